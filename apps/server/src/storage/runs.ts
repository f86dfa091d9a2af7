import {
  type CalledRunSummary,
  type RunEvent,
  type RunStatus,
  type RunSummary,
  isOver,
} from '@sluice/schema';
import { contains, containsJson } from './contains.ts';
import type { Database, RunRow } from './database.ts';

export interface RunFilter {
  readonly flowId?: string | undefined;
  /** The trigger's node in the flow. */
  readonly triggerId?: string | undefined;
  readonly status?: RunStatus | undefined;
  /** Only runs of a test, or only those that are none. */
  readonly test?: boolean | undefined;
  /** Text within the title or any stored value, or a request id. */
  readonly q?: string | undefined;
  /** Milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Runs, newest first, one more than asked for. */
export async function listRuns(db: Database, filter: RunFilter): Promise<RunSummary[]> {
  let query = selectRuns(db)
    .orderBy('runs.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.flowId) query = query.where('runs.flow_id', '=', filter.flowId);
  if (filter.triggerId) query = query.where('runs.trigger_id', '=', filter.triggerId);
  if (filter.status) query = query.where('runs.status', '=', filter.status);
  if (filter.test !== undefined) query = query.where('runs.test', '=', filter.test ? 1 : 0);
  if (filter.from !== undefined) query = query.where('runs.started_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('runs.started_at', '<=', filter.to);
  if (filter.cursor) query = query.where('runs.id', '<', filter.cursor);
  if (filter.q) {
    const q = filter.q;
    query = query.where((eb) =>
      eb.or([
        eb('runs.id', '=', q.toLowerCase()),
        contains('runs.title', q),
        eb.exists(
          eb
            .selectFrom('run_events')
            .select('run_events.seq')
            .whereRef('run_events.run_id', '=', 'runs.id')
            .where(containsJson('run_events.event', q)),
        ),
      ]),
    );
  }
  return (await query.execute()).map(describeRun);
}

/** One run's row, and as the lists show it. */
export async function findRun(
  db: Database,
  id: string,
): Promise<{ row: RunRow; summary: RunSummary } | undefined> {
  const row = await selectRuns(db).where('runs.id', '=', id).executeTakeFirst();
  return row && { row, summary: describeRun(row) };
}

/** A run's whole history, in order. */
export async function readEvents(db: Database, runId: string): Promise<RunEvent[]> {
  const rows = await db
    .selectFrom('run_events')
    .select('event')
    .where('run_id', '=', runId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.event) as RunEvent);
}

/** Milliseconds ahead of time that a waiting run is looked for. */
const SOON = 60_000;

/**
 * Runs that are not over, that nobody holds, and that are due or soon will be; oldest first, after
 * a given one.
 */
export function listIdleRuns(
  db: Database,
  { after, now, limit }: { readonly after: string; readonly now: number; readonly limit: number },
): Promise<Pick<RunRow, 'id' | 'wake_at'>[]> {
  return db
    .selectFrom('runs')
    .select(['id', 'wake_at'])
    .where('finished_at', 'is', null)
    .where('id', '>', after)
    .where((eb) => eb.or([eb('wake_at', 'is', null), eb('wake_at', '<=', now + SOON)]))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Has a run that waits be due now. */
export async function makeDue(db: Database, runId: string, now: number): Promise<void> {
  await db
    .updateTable('runs')
    .set({ wake_at: now })
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .where('wake_at', '>', now)
    .execute();
}

/** The runs that a node of a run called, newest first. */
export function listCalledRuns(
  db: Database,
  parent: { readonly runId: string; readonly nodeId: string },
): Promise<Pick<RunRow, 'id' | 'status' | 'parent_key' | 'finished_at'>[]> {
  return db
    .selectFrom('runs')
    .select(['id', 'status', 'parent_key', 'finished_at'])
    .where('parent_run_id', '=', parent.runId)
    .where('parent_node_id', '=', parent.nodeId)
    .orderBy('id', 'desc')
    .execute();
}

/** The newest runs that any node of a run called, as the lists show them. */
export async function listChildRuns(
  db: Database,
  parentRunId: string,
  limit: number,
): Promise<CalledRunSummary[]> {
  const rows = await selectRuns(db)
    .where('runs.parent_run_id', '=', parentRunId)
    .orderBy('runs.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...describeRun(row), nodeId: row.parent_node_id ?? '' }));
}

/** The runs that a run called and that are not over. */
export function listOpenCalledRuns(db: Database, runId: string): Promise<Pick<RunRow, 'id'>[]> {
  return db
    .selectFrom('runs')
    .select('id')
    .where('parent_run_id', '=', runId)
    .where('finished_at', 'is', null)
    .execute();
}

/** How many of the runs that a node called are not over. */
export async function countOpenCalledRuns(
  db: Database,
  parent: { readonly runId: string; readonly nodeId: string },
): Promise<number> {
  const { open } = await db
    .selectFrom('runs')
    .select((eb) => eb.fn.countAll<number | string>().as('open'))
    .where('parent_run_id', '=', parent.runId)
    .where('parent_node_id', '=', parent.nodeId)
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

function selectRuns(db: Database) {
  return db
    .selectFrom('runs')
    .leftJoin('flows', 'flows.id', 'runs.flow_id')
    .selectAll('runs')
    .select('flows.name as flow_name');
}

type Row = RunRow & { flow_name: string | null };

function describeRun(row: Row): RunSummary {
  return {
    id: row.id,
    flowId: row.flow_id,
    flowName: row.flow_name ?? 'Deleted flow',
    flowVersion: row.flow_version,
    status: row.status,
    title: row.title,
    startedAt: new Date(row.started_at).toISOString(),
    test: row.test === 1,
    triggerId: row.trigger_id,
    triggerName: row.trigger_name,
    ...(row.finished_at !== null &&
      isOver(row.status) && { finishedAt: new Date(row.finished_at).toISOString() }),
  };
}
