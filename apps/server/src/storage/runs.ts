import {
  type FlowDrawing,
  type RunEvent,
  type RunStatus,
  type RunSummary,
  isOver,
} from '@sluice/schema';
import { contains, containsJson } from './contains.ts';
import type { Database, RunRow } from './database.ts';

export interface RunFilter {
  readonly flowId?: string | undefined;
  readonly status?: RunStatus | undefined;
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
  if (filter.status) query = query.where('runs.status', '=', filter.status);
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

/** One run's row as the lists show it. */
export async function findRun(
  db: Database,
  id: string,
): Promise<{ row: RunRow; summary: RunSummary; drawing?: FlowDrawing } | undefined> {
  const row = await selectRuns(db).where('runs.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const drawing = row.drawing === null ? {} : { drawing: JSON.parse(row.drawing) as FlowDrawing };
  return { row, summary: describeRun(row), ...drawing };
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

/** Runs that are not over, oldest first, after a given one: what a restart goes on with. */
export function listOpenRuns(
  db: Database,
  after: string,
  limit: number,
): Promise<Pick<RunRow, 'id' | 'status' | 'wake_at'>[]> {
  return db
    .selectFrom('runs')
    .select(['id', 'status', 'wake_at'])
    .where('finished_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

function selectRuns(db: Database) {
  return db
    .selectFrom('runs')
    .leftJoin('flows', 'flows.id', 'runs.flow_id')
    .leftJoin('flow_versions', (join) =>
      join
        .onRef('flow_versions.flow_id', '=', 'runs.flow_id')
        .onRef('flow_versions.version', '=', 'runs.flow_version'),
    )
    .selectAll('runs')
    .select(['flows.name as flow_name', 'flow_versions.drawing as drawing']);
}

type Row = RunRow & { flow_name: string | null; drawing: string | null };

function describeRun(row: Row): RunSummary {
  const drawing = row.drawing === null ? undefined : (JSON.parse(row.drawing) as FlowDrawing);
  return {
    id: row.id,
    flowId: row.flow_id,
    flowName: row.flow_name ?? 'Deleted flow',
    flowVersion: row.flow_version,
    status: row.status,
    title: row.title,
    startedAt: new Date(row.started_at).toISOString(),
    test: row.test === 1,
    triggerName: drawing?.nodes.find((node) => node.id === row.trigger_id)?.name ?? '',
    ...(row.finished_at !== null &&
      isOver(row.status) && { finishedAt: new Date(row.finished_at).toISOString() }),
  };
}
