import type { Signal, SignalDetail } from '@sluice/schema';
import { sql } from 'kysely';
import type { Database, FlowsTable, SignalsTable } from './database.ts';
import { contains, containsJson } from './contains.ts';

export interface SignalFilter {
  readonly flowId?: string | undefined;
  readonly triggerId?: string | undefined;
  readonly outcome?: SignalsTable['outcome'] | undefined;
  /** Text within the title, the request id or any output. */
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
  if (filter.flowId) query = query.where('signals.flow_id', '=', filter.flowId);
  if (filter.triggerId) query = query.where('triggers.node_id', '=', filter.triggerId);
  if (filter.outcome) query = query.where('signals.outcome', '=', filter.outcome);
  if (filter.cursor) query = query.where('signals.id', '<', filter.cursor);
  if (filter.parentId) query = query.where('signals.parent_id', '=', filter.parentId);
  else if (filter.outcome !== 'suppressed' && !filter.q)
    query = query.where('signals.parent_id', 'is', null);
  if (filter.q) {
    const q = filter.q;
    query = query.where((eb) =>
      eb.or([
        contains('signals.title', q),
        containsJson('signals.outputs', q),
        eb('signals.request_id', '=', q.toLowerCase()),
      ]),
    );
  }
  return (await query.execute()).map(describeSignal);
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
