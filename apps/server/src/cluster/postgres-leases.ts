import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import type { Lease, RunLeases } from './run-leases.ts';

/** Milliseconds that a lease holds without being renewed. */
const HELD = 10_000;
/** Milliseconds between two renewals. */
const RENEW = 3000;

/**
 * The database's own clock, in milliseconds since 1970: those of the processes may differ, and one
 * that was stopped does not know how long.
 */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

export interface LeaseOptions {
  /** Names this process, and no other ever. */
  readonly owner: string;
  readonly logger: Logger;
  /** Milliseconds that a lease holds without being renewed, and between two renewals. */
  readonly heldMs?: number;
  readonly renewMs?: number;
}

/** Leases in the rows of the runs, renewed for as long as this process lives. */
export class PostgresLeases implements RunLeases {
  readonly #db: Database;
  readonly #owner: string;
  readonly #logger: Logger;
  readonly #heldMs: number;
  readonly #renewing: NodeJS.Timeout;
  /** Until when each run that was taken is ours, by a clock that goes on while the process is stopped. */
  readonly #held = new Map<string, number>();

  constructor(db: Database, { owner, logger, heldMs = HELD, renewMs = RENEW }: LeaseOptions) {
    this.#db = db;
    this.#owner = owner;
    this.#logger = logger;
    this.#heldMs = heldMs;
    this.#renewing = setInterval(() => void this.#renew(), renewMs).unref();
  }

  async take(runId: string): Promise<Lease | undefined> {
    const until = performance.now() + this.#heldMs;
    const row = await this.#db
      .updateTable('runs')
      .set((eb) => ({
        fence: eb('fence', '+', 1),
        lease_owner: this.#owner,
        lease_until: sql<number>`${now} + ${this.#heldMs}`,
      }))
      .where('id', '=', runId)
      .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
      .returning(['fence', 'events'])
      .executeTakeFirst();
    if (!row) return undefined;
    this.#held.set(runId, until);
    return { fence: row.fence, isFresh: row.events === 1 };
  }

  holds(runId: string): boolean {
    return (this.#held.get(runId) ?? 0) > performance.now();
  }

  async release(runId: string): Promise<void> {
    this.#held.delete(runId);
    await this.#db
      .updateTable('runs')
      .set({ lease_owner: null, lease_until: null })
      .where('id', '=', runId)
      .where('lease_owner', '=', this.#owner)
      .execute();
  }

  forget(runId: string): void {
    this.#held.delete(runId);
  }

  close(): void {
    clearInterval(this.#renewing);
  }

  /**
   * A lease that ran out is not taken back: whoever holds the run now has a higher number. And one of
   * a run that nobody here advances any more is left to run out, whatever its row says.
   */
  async #renew(): Promise<void> {
    const held = [...this.#held.keys()];
    if (held.length === 0) return;
    const until = performance.now() + this.#heldMs;
    try {
      const renewed = await this.#db
        .updateTable('runs')
        .set({ lease_until: sql<number>`${now} + ${this.#heldMs}` })
        // One that is being written to is left for the next time: two that wait for each other's rows
        // in different orders would be a deadlock, and the writing might be what is given up.
        .where('id', 'in', ({ selectFrom }) =>
          selectFrom('runs')
            .select('id')
            .where('id', 'in', held)
            .where('lease_owner', '=', this.#owner)
            .where('lease_until', '>=', now)
            .forUpdate()
            .skipLocked(),
        )
        .returning('id')
        .execute();
      for (const { id } of renewed) if (this.#held.has(id)) this.#held.set(id, until);
    } catch (error) {
      this.#logger.warn({ err: error }, 'the leases of runs could not be renewed');
    }
  }
}
