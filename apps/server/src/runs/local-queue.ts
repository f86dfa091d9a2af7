import type { Advance, KnownRun, RunQueue } from './run-queue.ts';

/** Beginnings kept in memory; a run further back in the queue is read when its turn comes. */
const KEPT = 1000;

/**
 * The queue of a single process: first come, first served. Runs that come back, because a wait is
 * over or somebody retried them, take every other turn: they waited already, and what they are unsure
 * of is best looked for while it is new.
 */
export class LocalQueue implements RunQueue {
  readonly #advance: Advance;
  readonly #atOnce: number;
  /** In order of arrival; a Map so that a run can be taken out of its middle. */
  readonly #waiting = new Map<string, KnownRun | undefined>();
  readonly #returning = new Set<string>();
  #returnedLast = false;
  /** Runs that have their turn; true when they were pushed again meanwhile. */
  readonly #active = new Map<string, boolean>();
  #open = false;

  constructor(advance: Advance, { atOnce }: { readonly atOnce: number }) {
    this.#advance = advance;
    this.#atOnce = atOnce;
  }

  get backlog(): number {
    return this.#waiting.size + this.#returning.size;
  }

  push(runId: string, known?: KnownRun): void {
    if (this.#active.has(runId)) {
      // One that was pushed ahead is stored only now: it has its first turn already.
      if (!known) this.#active.set(runId, true);
      return;
    }
    if (known) this.#enqueue(runId, known);
    else if (!this.#waiting.has(runId)) this.#returning.add(runId);
    this.#startNext();
  }

  pushAhead(runId: string, known: () => KnownRun): void {
    if (this.backlog > 0 || this.#active.size >= this.#atOnce) return;
    this.push(runId, known());
  }

  pushAgain(runId: string): void {
    if (!this.#active.has(runId)) this.#enqueue(runId, undefined);
    this.#startNext();
  }

  drop(runId: string): void {
    this.#waiting.delete(runId);
    this.#returning.delete(runId);
  }

  async start(): Promise<void> {
    this.#open = true;
    this.#startNext();
  }

  async stop(): Promise<void> {
    this.#open = false;
  }

  async close(): Promise<void> {}

  #enqueue(runId: string, known: KnownRun | undefined): void {
    if (this.#waiting.has(runId) || this.#returning.has(runId)) return;
    this.#waiting.set(runId, this.#waiting.size < KEPT ? known : undefined);
  }

  /** Takes the run off whose turn it is. */
  #next(): readonly [runId: string, known: KnownRun | undefined] | undefined {
    const returns = !this.#returnedLast || this.#waiting.size === 0;
    const [returning] = returns ? this.#returning : [];
    this.#returnedLast = returning !== undefined;
    if (returning !== undefined) {
      this.#returning.delete(returning);
      return [returning, undefined];
    }
    const [first] = this.#waiting;
    if (first) this.#waiting.delete(first[0]);
    return first;
  }

  #startNext(): void {
    while (this.#open && this.#active.size < this.#atOnce) {
      const next = this.#next();
      if (!next) return;
      const [runId, known] = next;
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
