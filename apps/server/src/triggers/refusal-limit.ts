/** Keeps a stranger who hammers at wrong URLs from filling the database: so many records a minute. */
export class RefusalLimit {
  readonly #perMinute: number;
  #minute = 0;
  #count = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Whether one more refusal is recorded at this time, in milliseconds since 1970. */
  allows(now: number): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= this.#perMinute;
  }
}
