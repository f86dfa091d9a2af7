/**
 * Keeps answers for a short while, and asks once for all who ask the same at the same time.
 * Undefined and failures are not kept. After `clear` nothing that was asked before it is kept either,
 * so an answer never outlives the change that made it wrong.
 */
export class Remembered<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();
  readonly #asked = new Map<string, Promise<Value | undefined>>();
  readonly #milliseconds: number;
  readonly #most: number;

  constructor({ milliseconds, most }: { milliseconds: number; most: number }) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  async get(key: string, ask: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#entries.get(key);
    if (known && known.until > performance.now()) return known.value;
    const already = this.#asked.get(key);
    if (already) return already;

    const asking = ask();
    this.#asked.set(key, asking);
    try {
      const value = await asking;
      // A clear in the meantime took this question out.
      if (value !== undefined && this.#asked.get(key) === asking) this.#keep(key, value);
      return value;
    } finally {
      if (this.#asked.get(key) === asking) this.#asked.delete(key);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#asked.clear();
  }

  #keep(key: string, value: Value): void {
    this.#entries.delete(key);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= this.#most && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, { value, until: performance.now() + this.#milliseconds });
  }
}
