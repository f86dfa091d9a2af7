import type { Advance, KnownRun, RunQueue } from './run-queue.ts';

/** Beginnings kept in memory; a run further back in the queue is read when its turn comes. */
const KEPT = 1000;

/** The queue of a single process: first come, first served. */
export class LocalQueue implements RunQueue {
  readonly #advance: Advance;
  readonly #atOnce: number;
  /** In order of arrival; a Map so that a run can be taken out of its middle. */
  readonly #waiting = new Map<string, KnownRun | undefined>();
  /** Runs that have their turn; true when they were pushed again meanwhile. */
  readonly #active = new Map<string, boolean>();
  #open = false;

  constructor(advance: Advance, { atOnce }: { readonly atOnce: number }) {
    this.#advance = advance;
    this.#atOnce = atOnce;
  }

  get backlog(): number {
    return this.#waiting.size;
  }

  push(runId: string, known?: KnownRun): void {
    if (this.#active.has(runId)) {
      // One that was pushed ahead is stored only now: it has its first turn already.
      if (!known) this.#active.set(runId, true);
      return;
    }
    if (this.#waiting.has(runId)) return;
    this.#waiting.set(runId, this.#waiting.size < KEPT ? known : undefined);
    this.#startNext();
  }

  pushAhead(runId: string, known: () => KnownRun): void {
    if (this.#waiting.size > 0 || this.#active.size >= this.#atOnce) return;
    this.push(runId, known());
  }

  pushAgain(runId: string): void {
    this.push(runId);
  }

  drop(runId: string): void {
    this.#waiting.delete(runId);
  }

  async start(): Promise<void> {
    this.#open = true;
    this.#startNext();
  }

  async stop(): Promise<void> {
    this.#open = false;
  }

  async close(): Promise<void> {}

  #startNext(): void {
    while (this.#open && this.#active.size < this.#atOnce) {
      const next = this.#waiting.entries().next();
      if (next.done) return;
      const [runId, known] = next.value;
      this.#waiting.delete(runId);
      this.#active.set(runId, false);
      void this.#advance(runId, known).finally(() => {
        const again = this.#active.get(runId) === true;
        this.#active.delete(runId);
        if (again) this.push(runId);
        this.#startNext();
      });
    }
  }
}
