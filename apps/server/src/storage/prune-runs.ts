import { sql } from 'kysely';
import type { Database, RunRow } from './database.ts';
import { wordSearchOf } from './word-search.ts';

/** Runs that are looked at in one go. */
const PAGE = 200;
/** Runs that go in one transaction. */
const BATCH = 50;

type Old = Pick<RunRow, 'id' | 'status' | 'finished_at' | 'parent_run_id'>;

export interface PruneRuns {
  /** Looks only at runs before this id. */
  readonly before: string;
  /** Whether a run that is over has been kept long enough. */
  readonly isDue: (run: { id: string; status: RunRow['status']; finishedAt: number }) => boolean;
  /** Called after each transaction with the milliseconds it took, so that others get their turn. */
  readonly rest: (took: number) => Promise<void>;
}

/**
 * Takes away old runs with all that belongs to them, oldest first. A run that is open stays, and so
 * do the run that called it and those it called. Returns how many went.
 */
export async function pruneRuns(db: Database, { before, isDue, rest }: PruneRuns): Promise<number> {
  let pruned = 0;
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('runs')
      .select(['id', 'status', 'finished_at', 'parent_run_id'])
      .where('id', '>', after)
      .where('id', '<', before)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const due = rows.filter(
      ({ id, status, finished_at }) =>
        finished_at !== null && isDue({ id, status, finishedAt: finished_at }),
    );
    const free = due.length === 0 ? [] : await withoutOpenRelations(db, due);
    for (let first = 0; first < free.length; first += BATCH) {
      const ids = free.slice(first, first + BATCH);
      const began = performance.now();
      await deleteRuns(db, ids);
      pruned += ids.length;
      await rest(performance.now() - began);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return pruned;
    after = last.id;
    if (free.length === 0) await rest(1);
  }
}

async function withoutOpenRelations(db: Database, due: readonly Old[]): Promise<string[]> {
  const ids = due.map(({ id }) => id);
  const callers = due.flatMap(({ parent_run_id }) => parent_run_id ?? []);
  const open = db.selectFrom('runs').where('finished_at', 'is', null);
  const waiting = callers.length
    ? await open.select('id').where('id', 'in', callers).execute()
    : [];
  const called = await open.select('parent_run_id').where('parent_run_id', 'in', ids).execute();
  const openCallers = new Set(waiting.map(({ id }) => id));
  const openCalled = new Set(called.map(({ parent_run_id }) => parent_run_id));
  return due
    .filter(({ id, parent_run_id }) => !openCalled.has(id) && !openCallers.has(parent_run_id ?? ''))
    .map(({ id }) => id);
}

function deleteRuns(db: Database, ids: readonly string[]): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await wordSearchOf(db).remove(transaction, 'runs', ids);
    await transaction.deleteFrom('run_events').where('run_id', 'in', ids).execute();
    await transaction.deleteFrom('run_endings').where('run_id', 'in', ids).execute();
    await transaction.deleteFrom('runs').where('id', 'in', ids).execute();
  });
}

/** Takes away endings of runs that are gone, and drafts that were tested and that no run follows. */
export async function pruneLeftovers(db: Database, draftsBefore: number): Promise<number> {
  const endings = await sql`delete from run_endings where not exists
    (select 1 from runs where runs.id = run_endings.run_id)`.execute(db);
  const drafts = await sql`delete from flow_versions
    where published_at is null and created_at < ${draftsBefore}
      and not exists (select 1 from runs where runs.flow_id = flow_versions.flow_id
        and runs.flow_version = flow_versions.version and runs.test = 1)
      and not exists (select 1 from flows where flows.id = flow_versions.flow_id
        and flows.version = flow_versions.version)`.execute(db);
  return Number(endings.numAffectedRows ?? 0) + Number(drafts.numAffectedRows ?? 0);
}
