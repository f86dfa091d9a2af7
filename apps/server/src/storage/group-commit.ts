import { setTimeout as wait } from 'node:timers/promises';
import type { JournalWork, SqliteChannel } from './sqlite-channel.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** How many pieces of work share one commit at most, and how much text they may bring: all of it is copied. */
const LARGEST_BATCH = 256;
const LARGEST_TEXT = 8_000_000;
/** Pieces of work that share a commit when there is load, and milliseconds to gather more then. */
const BUSY = 8;
const GATHER = 2;

interface Job {
  readonly work: JournalWork;
  /** Characters, roughly. */
  readonly size: number;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Lets writes that arrive together commit together: one forced write to the disk for all of them.
 * A promise is kept only once its work is durable.
 */
export class GroupCommit {
  readonly #channel: SqliteChannel;
  readonly #turns: SqliteTurns;
  #waiting: Job[] = [];
  #flushing = false;

  constructor(channel: SqliteChannel, turns: SqliteTurns) {
    this.#channel = channel;
    this.#turns = turns;
  }

  /** Stores work of so many characters within a commit to come, and answers with its result. */
  run<Result>(work: JournalWork, size = 0): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ work, size, resolve: resolve as (result: unknown) => void, reject });
      if (this.#flushing) return;
      this.#flushing = true;
      setImmediate(() => void this.#flush());
    });
  }

  /** What comes in during a commit shares the next. */
  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const size = await this.#turns.pass(() => this.#commit(this.#take()));
      // Under load it is worth waiting for more: a forced write costs the same for one and for a hundred.
      if (size >= BUSY && this.#waiting.length < BUSY) await wait(GATHER);
    }
    this.#flushing = false;
  }

  #take(): readonly Job[] {
    let text = 0;
    const full = this.#waiting.findIndex(
      ({ size }, index) => index === LARGEST_BATCH || ((text += size) > LARGEST_TEXT && index > 0),
    );
    return this.#waiting.splice(0, full === -1 ? this.#waiting.length : full);
  }

  /** Returns how many shared it. */
  async #commit(batch: readonly Job[]): Promise<number> {
    try {
      const ends = await this.#channel.commit(batch.map(({ work }) => work));
      batch.forEach((job, index) => {
        const end = ends[index];
        if (end && 'result' in end) job.resolve(end.result);
        else job.reject(end?.error);
      });
    } catch (error) {
      for (const job of batch) job.reject(error);
    }
    return batch.length;
  }
}
