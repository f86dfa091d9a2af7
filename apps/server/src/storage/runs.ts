import {
  type CalledRunSummary,
  type RunStarted,
  type RunStatus,
  type RunSummary,
  foldRun,
  isOver,
} from '@sluice/schema';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, RunRow } from './database.ts';
import { firstIdAt } from './new-id.ts';
import { readEvents } from './run-events.ts';
import { type Term, type Worded, findText, mark } from './word-search.ts';
import { wordsOf } from './words-of.ts';

export interface RunFilter {
  readonly flowId?: string | undefined;
  /** The trigger's node in the flow. */
  readonly triggerId?: string | undefined;
  readonly status?: RunStatus | undefined;
  /** Only runs of a test, or only those that are none. */
  readonly test?: boolean | undefined;
  /** Words of the title or of any value, or the beginnings of some, or a request id. */
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
  if (filter.q) {
    const ids = await findByText(db, filter, filter.q);
    if (ids.length === 0) return [];
    query = query.where('runs.id', 'in', ids);
  } else {
    for (const condition of conditionsOf(filter)) query = query.where(condition);
    if (filter.cursor) query = query.where('runs.id', '<', filter.cursor);
  }
  return (await query.execute()).map(describeRun);
}

/** By request id, or the first ten characters of it at least; else by words. */
async function findByText(db: Database, filter: RunFilter, q: string): Promise<string[]> {
  const conditions = conditionsOf(filter);
  const { cursor } = filter;
  const limit = filter.limit + 1;
  const id = q.toLowerCase();
  if (/^[0-9a-z]{10,26}$/.test(id)) {
    let query = db
      .selectFrom('runs')
      .select('id')
      .where('id', '>=', id)
      .where('id', '<', `${id}~`)
      .orderBy('id', 'desc')
      .limit(limit);
    for (const condition of conditions) query = query.where(condition);
    if (cursor) query = query.where('id', '<', cursor);
    const rows = await query.execute();
    if (rows.length > 0) return rows.map((row) => row.id);
  }
  const { from, to } = filter;
  return findText(db, 'runs', {
    text: q,
    marks: marksOf(filter),
    conditions,
    since: from === undefined ? undefined : firstIdAt(from),
    before: to === undefined ? undefined : firstIdAt(to + 1),
    cursor,
    limit,
  });
}

/**
 * The parts of a filter. States are written out, not handed in, so that the database sees which of
 * its partial indexes it may use; a time is an id as well.
 */
function conditionsOf(filter: RunFilter): RawBuilder<SqlBool>[] {
  const { flowId, triggerId, status, test, from, to } = filter;
  return [
    ...(flowId ? [sql<SqlBool>`runs.flow_id = ${flowId}`] : []),
    ...(triggerId ? [sql<SqlBool>`runs.trigger_id = ${triggerId}`] : []),
    ...(status ? [sql<SqlBool>`runs.status = ${sql.lit(status)}`] : []),
    ...(status && !isOver(status) ? [sql<SqlBool>`runs.finished_at is null`] : []),
    ...(test === undefined ? [] : [sql<SqlBool>`runs.test = ${sql.lit(test ? 1 : 0)}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`runs.id >= ${firstIdAt(from)}`]),
    ...(to === undefined ? [] : [sql<SqlBool>`runs.id < ${firstIdAt(to + 1)}`]),
  ];
}

/** What the index of words knows of a run besides its words: a rare state is found at once by it. */
function marksOf({ flowId, triggerId, status, test }: Partial<RunFilter>): Term[] {
  return [
    ...(flowId ? [mark('flow', flowId)] : []),
    ...(triggerId ? [mark('trigger', triggerId)] : []),
    ...(status ? [mark('status', status)] : []),
    ...(test ? [mark('test', '')] : []),
  ];
}

/** A run with the words it is found by; undefined when it is not there any more. */
export async function wordRun(db: Database, id: string): Promise<Worded | undefined> {
  const row = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
  const events = row ? await readEvents(db, id) : [];
  if (!row || events.length === 0) return undefined;
  const run = foldRun(events);
  const steps = Object.values(run.steps).map(({ inputs, outputs, failure }) => [
    failure?.message,
    outputs,
    inputs,
  ]);
  const said = [row.title, run.triggerOutputs, run.message, run.answer?.body, steps];
  const marks = marksOf({
    flowId: row.flow_id,
    triggerId: row.trigger_id,
    status: row.status,
    test: row.test === 1,
  });
  return { id, words: [...marks.map(({ word }) => word), ...wordsOf(said)] };
}

/** One run's row, and as the lists show it. */
export async function findRun(
  db: Database,
  id: string,
): Promise<{ row: RunRow; summary: RunSummary } | undefined> {
  const row = await selectRuns(db).where('runs.id', '=', id).executeTakeFirst();
  return row && { row, summary: describeRun(row) };
}

/** What is stored of runs of which nothing but the beginning is, by id; of the others nothing. */
export async function findBeginnings(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly start: RunStarted; readonly summary: RunSummary }>> {
  const rows = await selectRuns(db)
    .innerJoin('run_events', 'run_events.run_id', 'runs.id')
    .select('run_events.event')
    .where('run_events.seq', '=', 0)
    .where('runs.events', '=', 1)
    .where('runs.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { start: JSON.parse(row.event) as RunStarted, summary: describeRun(row) },
    ]),
  );
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
    ...(row.only_node_id !== null && { only: row.only_node_id }),
    ...(row.finished_at !== null &&
      isOver(row.status) && { finishedAt: new Date(row.finished_at).toISOString() }),
  };
}
