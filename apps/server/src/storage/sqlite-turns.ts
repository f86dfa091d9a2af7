/** Keeps everybody else out while a transaction of several statements is open. */
export class SqliteTurns {
  #open = false;
  #waiting: (() => void)[] = [];

  /** Begins a transaction once no other is open; the answer ends it. */
  async enter(): Promise<() => void> {
    while (this.#open) await this.#change();
    this.#open = true;
    return () => {
      this.#open = false;
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
  }

  /** Asks something that stands alone, once no transaction is open. */
  async pass<Result>(ask: () => Promise<Result>): Promise<Result> {
    while (this.#open) await this.#change();
    return ask();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
