import type { Signal, SignalDetail } from '@sluice/schema';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, FlowsTable, SignalsTable } from './database.ts';
import { type Term, type Worded, findText, mark } from './word-search.ts';
import { wordsOf } from './words-of.ts';

export interface SignalFilter {
  readonly flowId?: string | undefined;
  readonly triggerId?: string | undefined;
  readonly outcome?: SignalsTable['outcome'] | undefined;
  /** Words of the title or of any output, or the beginnings of some, or the request id. */
  readonly q?: string | undefined;
  readonly parentId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Signals, newest first, one more than asked for. Suppressed ones stand beneath their parent. */
export async function listSignals(db: Database, filter: SignalFilter): Promise<Signal[]> {
  let query = selectSignals(db)
    .orderBy('signals.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.q) {
    const ids = await findByText(db, filter, filter.q);
    if (ids.length === 0) return [];
    query = query.where('signals.id', 'in', ids);
  } else {
    for (const condition of conditionsOf(filter)) query = query.where(condition);
    if (filter.cursor) query = query.where('signals.id', '<', filter.cursor);
  }
  return (await query.execute()).map(describeSignal);
}

/** By words, or by request id. */
function findByText(db: Database, filter: SignalFilter, q: string): Promise<string[]> {
  return findText(db, 'signals', {
    text: q,
    marks: marksOf(filter),
    or: mark('request', q.replaceAll(/[^0-9A-Za-z]/g, '')),
    conditions: conditionsOf(filter),
    cursor: filter.cursor,
    limit: filter.limit + 1,
  });
}

/** What the index of words knows of a signal besides its words: a rare outcome is found at once by it. */
function marksOf({ flowId, outcome }: Partial<SignalFilter>): Term[] {
  return [
    ...(flowId ? [mark('flow', flowId)] : []),
    ...(outcome ? [mark('outcome', outcome)] : []),
  ];
}

/** The outcome is written out, not handed in: the database then sees which index it may use. */
function conditionsOf(filter: SignalFilter): RawBuilder<SqlBool>[] {
  const { flowId, triggerId, outcome, parentId, q } = filter;
  const ofTrigger = sql<SqlBool>`signals.trigger_id in
    (select id from triggers where node_id = ${triggerId})`;
  return [
    ...(flowId ? [sql<SqlBool>`signals.flow_id = ${flowId}`] : []),
    ...(triggerId ? [ofTrigger] : []),
    ...(outcome ? [sql<SqlBool>`signals.outcome = ${sql.lit(outcome)}`] : []),
    ...(outcome && outcome !== 'accepted' ? [sql<SqlBool>`signals.outcome <> 'accepted'`] : []),
    ...(parentId ? [sql<SqlBool>`signals.parent_id = ${parentId}`] : []),
    ...(!parentId && outcome !== 'suppressed' && !q
      ? [sql<SqlBool>`signals.parent_id is null`]
      : []),
  ];
}

/** A signal with the words it is found by; undefined when it is not there any more. */
export async function wordSignal(db: Database, id: string): Promise<Worded | undefined> {
  const row = await db
    .selectFrom('signals')
    .select(['title', 'outputs', 'request_id', 'flow_id', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const marks = [
    ...(row.request_id === null ? [] : [mark('request', row.request_id)]),
    ...marksOf({ flowId: row.flow_id ?? undefined, outcome: row.outcome }),
  ].map(({ word }) => word);
  return { id, words: [...marks, ...wordsOf([row.title, JSON.parse(row.outputs)])] };
}

/** One signal with all that it brought. */
export async function findSignal(db: Database, id: string): Promise<SignalDetail | undefined> {
  const row = await selectSignals(db).where('signals.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  return {
    ...describeSignal(row),
    outputs: JSON.parse(row.outputs),
    ...(row.payload !== null && { payload: row.payload }),
    ...(row.content_type !== null && { contentType: row.content_type }),
    ...(row.remote_address !== null && { remoteAddress: row.remote_address }),
  };
}

/** The newest signal that a trigger could read, whatever became of it. */
export function findLastSignal(
  db: Database,
  triggerUrlId: string,
): Promise<Pick<SignalsTable, 'id' | 'received_at' | 'outputs' | 'payload'> | undefined> {
  return db
    .selectFrom('signals')
    .select(['id', 'received_at', 'outputs', 'payload'])
    .where('trigger_id', '=', triggerUrlId)
    .where('outcome', '!=', 'rejected')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How many signals a trigger could read since a time. */
export async function countSignals(
  db: Database,
  triggerUrlId: string,
  since: number,
): Promise<number> {
  const row = await db
    .selectFrom('signals')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('trigger_id', '=', triggerUrlId)
    .where('received_at', '>=', since)
    .where('outcome', '!=', 'rejected')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function selectSignals(db: Database) {
  return db
    .selectFrom('signals')
    .leftJoin('triggers', 'triggers.id', 'signals.trigger_id')
    .leftJoin('flows', 'flows.id', 'signals.flow_id')
    .selectAll('signals')
    .select(['flows.name as flow_name', 'flows.drawing as drawing', 'triggers.node_id as node_id'])
    .select((eb) =>
      eb
        .selectFrom('signals as children')
        .select(sql<number | string>`count(*)`.as('count'))
        .whereRef('children.parent_id', '=', 'signals.id')
        .as('suppressed_count'),
    );
}

type Row = SignalsTable & {
  flow_name: FlowsTable['name'] | null;
  drawing: string | null;
  node_id: string | null;
  suppressed_count: number | string | null;
};

function describeSignal(row: Row): Signal {
  const triggerName = row.drawing && row.node_id ? nodeName(row.drawing, row.node_id) : undefined;
  return {
    id: row.id,
    receivedAt: new Date(row.received_at).toISOString(),
    outcome: row.outcome,
    statusCode: row.status_code,
    suppressedCount: Number(row.suppressed_count ?? 0),
    title: row.title,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.flow_id !== null && { flowId: row.flow_id }),
    ...(row.flow_name !== null && { flowName: row.flow_name }),
    ...(row.node_id !== null && { triggerId: row.node_id }),
    ...(triggerName !== undefined && { triggerName }),
    ...(row.user_name !== null && { userName: row.user_name }),
    // A suppressed signal has an id to be asked about, but no run.
    ...(row.request_id !== null && row.outcome !== 'suppressed' && { requestId: row.request_id }),
    ...(row.parent_id !== null && { parentId: row.parent_id }),
  };
}

function nodeName(drawing: string, nodeId: string): string | undefined {
  const { nodes } = JSON.parse(drawing) as { nodes: { id: string; name: string }[] };
  return nodes.find((node) => node.id === nodeId)?.name;
}
