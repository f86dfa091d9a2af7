import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import { firstIdAt } from '../storage/new-id.ts';
import { boundaryOf } from '../storage/newest-ids.ts';
import { pruneExpired } from '../storage/prune.ts';
import { pruneLeftovers, pruneRuns } from '../storage/prune-runs.ts';
import { pruneSignals } from '../storage/prune-signals.ts';
import { readRetention } from './retention.ts';

/** Milliseconds between two rounds. */
const EVERY = 300_000;
const DAY = 86_400_000;
/** How long it rests after each transaction, as a multiple of what that took; and at least, in ms. */
const REST = { times: 9, least: 5 };

/** Takes away what has been kept long enough, every few minutes, without holding anything up. */
export class Pruner {
  readonly #db: Database;
  readonly #logger: Logger;
  readonly #stopping = new AbortController();
  #rounds: Promise<void> = Promise.resolve();

  constructor(db: Database, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  start(): void {
    this.#rounds = this.#go();
  }

  /** Waits for the transaction under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#rounds;
  }

  async #go(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await wait(EVERY, undefined, { signal, ref: false });
        await prune(this.#db, Date.now(), (took) =>
          wait(Math.max(REST.least, took * REST.times), undefined, { signal, ref: false }),
        );
      } catch (error) {
        if (signal.aborted) return;
        this.#logger.warn({ err: error }, 'pruning stopped half-way; it is tried again in minutes');
      }
    }
  }
}

/** One round. Returns how many rows went, of those that people see. */
export async function prune(
  db: Database,
  now: number,
  rest: (took: number) => Promise<void>,
): Promise<{ readonly runs: number; readonly signals: number }> {
  const kept = await readRetention(db);
  const runsBefore = (await boundaryOf(db, 'runs', { most: kept.mostRuns, rest })) ?? '';
  const youngest = Math.min(kept.succeededDays, kept.failedDays);
  const runs = await pruneRuns(db, {
    before: later(runsBefore, firstIdAt(now - youngest * DAY)),
    isDue: ({ id, status, finishedAt }) => {
      const days = status === 'succeeded' ? kept.succeededDays : kept.failedDays;
      return id < runsBefore || finishedAt < now - days * DAY;
    },
    rest,
  });
  const signalsBefore = (await boundaryOf(db, 'signals', { most: kept.mostSignals, rest })) ?? '';
  const shortest = Math.min(kept.signalDays, kept.refusedDays);
  const signals = await pruneSignals(db, {
    before: later(signalsBefore, firstIdAt(now - shortest * DAY)),
    isDue: ({ id, outcome, received_at }) => {
      const days = outcome === 'rejected' ? kept.refusedDays : kept.signalDays;
      return id < signalsBefore || received_at < now - days * DAY;
    },
    rest,
  });
  await pruneLeftovers(db, now - DAY);
  await pruneExpired(db, now);
  return { runs, signals };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
