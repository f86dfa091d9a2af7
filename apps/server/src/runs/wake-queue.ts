/** Wakes runs when they are due. One timer each; what is held here is in the table as well. */
export class WakeQueue {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #wake: (runId: string) => void;

  constructor(wake: (runId: string) => void) {
    this.#wake = wake;
  }

  /** `at` in milliseconds since 1970; past times wake at once. */
  add(runId: string, at: number): void {
    this.remove(runId);
    const delay = Math.min(Math.max(0, at - Date.now()), 2 ** 31 - 1);
    const timer = setTimeout(() => {
      this.#timers.delete(runId);
      this.#wake(runId);
    }, delay);
    timer.unref();
    this.#timers.set(runId, timer);
  }

  remove(runId: string): void {
    clearTimeout(this.#timers.get(runId));
    this.#timers.delete(runId);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
