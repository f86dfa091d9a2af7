import type { Advance, KnownRun, RunQueue } from './run-queue.ts';

/** Beginnings kept in memory. Of a run further back only the id is: it is read when its turn comes near. */
const KEPT = 256;
/** When so few are left, as many more are read at once: reading them one by one costs more than advancing them. */
const FEW = 64;
const PAGE = 128;

interface LocalQueueOptions {
  readonly atOnce: number;
  /** Reads those of which only the beginning is stored. */
  readonly readKnown: (runIds: readonly string[]) => Promise<ReadonlyMap<string, KnownRun>>;
}

/**
 * The queue of a single process: first come, first served. Runs that come back, because a wait is
 * over or somebody retried them, take every other turn: they waited already, and what they are unsure
 * of is best looked for while it is new.
 */
export class LocalQueue implements RunQueue {
  readonly #advance: Advance;
  readonly #options: LocalQueueOptions;
  /** Those whose turns come first, then those that are being read, then those behind; each in order of arrival. */
  readonly #next = new Map<string, KnownRun | undefined>();
  readonly #reading = new Set<string>();
  readonly #behind = new Set<string>();
  readonly #returning = new Set<string>();
  #returnedLast = false;
  /** Runs that have their turn; true when they were pushed again meanwhile. */
  readonly #active = new Map<string, boolean>();
  #open = false;

  constructor(advance: Advance, options: LocalQueueOptions) {
    this.#advance = advance;
    this.#options = options;
  }

  get backlog(): number {
    return this.#next.size + this.#reading.size + this.#behind.size + this.#returning.size;
  }

  push(runId: string, known?: KnownRun): void {
    if (this.#active.has(runId)) {
      // One that was pushed ahead is stored only now: it has its first turn already.
      if (!known) this.#active.set(runId, true);
      return;
    }
    if (this.#isWaiting(runId)) return;
    if (!known) this.#returning.add(runId);
    else if (this.#reading.size + this.#behind.size === 0 && this.#next.size < KEPT) {
      this.#next.set(runId, known);
    } else this.#behind.add(runId);
    this.#startNext();
  }

  pushAhead(runId: string, known: () => KnownRun): void {
    if (this.backlog > 0 || this.#active.size >= this.#options.atOnce) return;
    this.push(runId, known());
  }

  pushAgain(runId: string): void {
    if (!this.#active.has(runId) && !this.#isWaiting(runId)) this.#behind.add(runId);
    this.#startNext();
  }

  drop(runId: string): void {
    for (const waiting of this.#waiting()) waiting.delete(runId);
  }

  async start(): Promise<void> {
    this.#open = true;
    this.#startNext();
  }

  async stop(): Promise<void> {
    this.#open = false;
  }

  async close(): Promise<void> {}

  #waiting() {
    return [this.#next, this.#reading, this.#behind, this.#returning];
  }

  #isWaiting(runId: string): boolean {
    return this.#waiting().some((waiting) => waiting.has(runId));
  }

  /** Takes the run off whose turn it is. */
  #take(): readonly [runId: string, known: KnownRun | undefined] | undefined {
    const returns = !this.#returnedLast || this.#next.size === 0;
    const [returning] = returns ? this.#returning : [];
    this.#returnedLast = returning !== undefined;
    if (returning !== undefined) {
      this.#returning.delete(returning);
      return [returning, undefined];
    }
    const [first] = this.#next;
    if (first) this.#next.delete(first[0]);
    return first;
  }

  #startNext(): void {
    while (this.#open && this.#active.size < this.#options.atOnce) {
      const next = this.#take();
      if (!next) break;
      const [runId, known] = next;
      this.#active.set(runId, false);
      void this.#advance(runId, known).finally(() => {
        const again = this.#active.get(runId) === true;
        this.#active.delete(runId);
        if (again) this.push(runId);
        this.#startNext();
      });
    }
    if (this.#open && this.#next.size < FEW) void this.#readMore();
  }

  async #readMore(): Promise<void> {
    if (this.#behind.size === 0 || this.#reading.size > 0) return;
    for (const runId of this.#behind) {
      if (this.#reading.size === PAGE) break;
      this.#behind.delete(runId);
      this.#reading.add(runId);
    }
    // One that could not be read is read again by whoever advances it, who knows what to do then.
    const found = await this.#options
      .readKnown([...this.#reading])
      .catch((): ReadonlyMap<string, KnownRun> => new Map());
    for (const runId of this.#reading) this.#next.set(runId, found.get(runId));
    this.#reading.clear();
    this.#startNext();
  }
}
