import type { Ledger } from './decide-acceptance.ts';
import type { JournalRows } from './journal-rows.ts';
import type { SignalCandidate } from './journal.ts';
import type { PostgresSession, PreparedQuery } from './postgres-pool.ts';

const findKeys: PreparedQuery = {
  name: 'sluice_keys',
  text: `select known.trigger_id, known.key, known.request_id, known.expires_at
    from unnest($1::text[], $2::text[]) as given (trigger_id, key)
    join deduplication as known on known.trigger_id = given.trigger_id and known.key = given.key`,
};
const findFloods: PreparedQuery = {
  name: 'sluice_floods',
  text: `select given.trigger_id, given.correlation,
      array(select received_at from signals
        where trigger_id = given.trigger_id and correlation = given.correlation
          and received_at > given.since and received_at <= given.until
        order by received_at desc limit given.threshold)::text[] as arrivals,
      (select id from signals
        where trigger_id = given.trigger_id and correlation = given.correlation
          and outcome = 'accepted'
        order by received_at desc limit 1) as parent
    from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::integer[])
      as given (trigger_id, correlation, since, until, threshold)`,
};

/** What a decision asks the ledger for. */
export type Inquiry = Pick<
  SignalCandidate,
  'triggerUrlId' | 'receivedAt' | 'deduplication' | 'flood'
>;

/**
 * What is known of the signals of one batch, read at once; `note` adds what is decided meanwhile.
 * The caller holds the locks of their triggers.
 */
export class PostgresLedger implements Ledger {
  readonly #keys = new Map<string, { requestId: string; expiresAt: number }>();
  readonly #floods = new Map<string, { arrivals: number[]; parent: string | undefined }>();

  static async read(
    session: PostgresSession,
    inquiries: readonly Inquiry[],
  ): Promise<PostgresLedger> {
    const ledger = new PostgresLedger();
    await ledger.#readKeys(session, inquiries);
    await ledger.#readFloods(session, inquiries);
    return ledger;
  }

  findDuplicate(triggerUrlId: string, key: string, at: number): string | undefined {
    const known = this.#keys.get(nameOf(triggerUrlId, key));
    return known && known.expiresAt > at ? known.requestId : undefined;
  }

  findArrival(
    triggerUrlId: string,
    correlation: string,
    { back, until }: { readonly back: number; readonly until: number },
  ): number | undefined {
    const { arrivals = [] } = this.#floods.get(nameOf(triggerUrlId, correlation)) ?? {};
    const first = arrivals.findIndex((arrival) => arrival <= until);
    return first < 0 ? undefined : arrivals[first + back];
  }

  findParent(triggerUrlId: string, correlation: string): string | undefined {
    return this.#floods.get(nameOf(triggerUrlId, correlation))?.parent;
  }

  /** Counts what is about to be stored. */
  note({ signals, deduplication }: JournalRows): void {
    for (const { trigger_id, key, request_id, expires_at } of deduplication) {
      const known = { requestId: request_id, expiresAt: expires_at };
      this.#keys.set(nameOf(trigger_id, key), known);
    }
    for (const { id, trigger_id, correlation, received_at, outcome } of signals) {
      const flood = this.#floods.get(nameOf(trigger_id ?? '', correlation ?? ''));
      if (!flood || correlation === null) continue;
      const older = flood.arrivals.findIndex((arrival) => arrival <= received_at);
      flood.arrivals.splice(older < 0 ? flood.arrivals.length : older, 0, received_at);
      if (outcome === 'accepted') flood.parent = id;
    }
  }

  async #readKeys(session: PostgresSession, inquiries: readonly Inquiry[]) {
    const asked = inquiries.flatMap(({ triggerUrlId, deduplication }) =>
      deduplication.map((key) => [triggerUrlId, key] as const),
    );
    if (asked.length === 0) return;
    const { rows } = await session.query<{
      trigger_id: string;
      key: string;
      request_id: string;
      expires_at: number;
    }>(findKeys, [asked.map(([triggerUrlId]) => triggerUrlId), asked.map(([, key]) => key)]);
    for (const { trigger_id, key, request_id, expires_at } of rows) {
      const known = { requestId: request_id, expiresAt: expires_at };
      this.#keys.set(nameOf(trigger_id, key), known);
    }
  }

  async #readFloods(session: PostgresSession, inquiries: readonly Inquiry[]) {
    const asked = new Map<string, Flood>();
    for (const { triggerUrlId, receivedAt, flood } of inquiries) {
      if (!flood) continue;
      const name = nameOf(triggerUrlId, flood.correlation);
      const other = asked.get(name);
      asked.set(name, {
        triggerUrlId,
        correlation: flood.correlation,
        since: Math.min(receivedAt - flood.periodMs, other?.since ?? Infinity),
        until: Math.max(receivedAt + flood.periodMs, other?.until ?? 0),
        threshold: Math.max(flood.threshold, other?.threshold ?? 0),
      });
    }
    if (asked.size === 0) return;
    const floods = [...asked.values()];
    const { rows } = await session.query<{
      trigger_id: string;
      correlation: string;
      arrivals: string[];
      parent: string | null;
    }>(findFloods, [
      floods.map(({ triggerUrlId }) => triggerUrlId),
      floods.map(({ correlation }) => correlation),
      floods.map(({ since }) => since),
      floods.map(({ until }) => until),
      floods.map(({ threshold }) => threshold),
    ]);
    for (const { trigger_id, correlation, arrivals, parent } of rows) {
      const known = { arrivals: arrivals.map(Number), parent: parent ?? undefined };
      this.#floods.set(nameOf(trigger_id, correlation), known);
    }
  }
}

interface Flood {
  readonly triggerUrlId: string;
  readonly correlation: string;
  readonly since: number;
  readonly until: number;
  readonly threshold: number;
}

function nameOf(triggerUrlId: string, text: string): string {
  return `${triggerUrlId} ${text}`;
}
