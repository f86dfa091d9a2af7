import { setTimeout as wait } from 'node:timers/promises';
import { isStorageTrouble } from './is-storage-trouble.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** How many pieces of work share one commit at most, so that the event loop is never held for long. */
const LARGEST_BATCH = 256;
/** Milliseconds that a commit waits for another program to let go of the database, and how often it looks. */
const PATIENCE = 2000;
const PAUSE = 50;

/** Pieces of work that share a commit when there is load, and milliseconds to gather more then. */
const BUSY = 8;
const GATHER = 2;

interface Job {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Lets writes that arrive together commit together: one forced write to the disk for all of them.
 * A promise is kept only once its work is durable.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection;
  #waiting: Job[] = [];
  #flushing = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Runs synchronous work within the next commit. */
  run<Result>(work: () => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#flushing) {
        this.#flushing = true;
        setImmediate(() => void this.#flush());
      }
    });
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, LARGEST_BATCH);
      await this.#commitSoon(batch, Date.now() + PATIENCE);
      // Requests that came in meanwhile are read before the next batch, and join it. Under load it is
      // worth waiting for more: a forced write costs the same for one and for a hundred.
      if (batch.length < BUSY) await new Promise((resolve) => setImmediate(resolve));
      else await wait(GATHER);
    }
    this.#flushing = false;
  }

  /** Tries until a time, without holding up anything else meanwhile. */
  async #commitSoon(batch: readonly Job[], until: number): Promise<void> {
    for (;;) {
      const release = await this.#connection.lock();
      try {
        this.#commit(batch);
        return;
      } catch (error) {
        // A full or locked database is nobody's fault, and trying each alone would not help.
        if (!isBusy(error) || Date.now() > until) {
          for (const job of batch) job.reject(error);
          return;
        }
      } finally {
        release();
      }
      await wait(PAUSE);
    }
  }

  /** Throws only when the database itself cannot be written. */
  #commit(batch: readonly Job[]): void {
    try {
      const results = this.#transact(batch);
      batch.forEach((job, index) => job.resolve(results[index]));
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      const [only, ...others] = batch;
      if (!only) return;
      if (others.length === 0) return only.reject(error);
      // One of them is at fault: each is tried alone, so that the others do not suffer.
      for (const job of batch) this.#commit([job]);
    }
  }

  #transact(batch: readonly Job[]): unknown[] {
    const { raw } = this.#connection;
    raw.exec('begin immediate');
    try {
      const results = batch.map((job) => job.work());
      raw.exec('commit');
      return results;
    } catch (error) {
      if (raw.inTransaction) raw.exec('rollback');
      throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'SQLITE_BUSY';
}
