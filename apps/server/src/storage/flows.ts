import {
  type ChangeSummary,
  type FlowDrawing,
  type RunStatus,
  withoutPinned,
} from '@sluice/schema';
import { type Selectable, sql } from 'kysely';
import type { Database, FlowsTable } from './database.ts';
import { firstIdAt } from './new-id.ts';

/** A flow's row with its drawing and tags read. */
export interface StoredFlow extends Omit<FlowRow, 'drawing' | 'enabled' | 'tags'> {
  readonly drawing: FlowDrawing;
  readonly enabled: boolean;
  readonly tags: readonly string[];
}

type FlowRow = Selectable<FlowsTable>;

/** A flow with what the list shows of its runs. */
export interface ListedFlow extends StoredFlow {
  readonly last_run_id: string | null;
  readonly last_run_status: RunStatus | null;
  readonly last_run_at: number | null;
  readonly recent_failures: number;
}

/** The flow, unless it does not exist or was deleted. */
export async function findFlow(db: Database, id: string): Promise<StoredFlow | undefined> {
  const row = await db
    .selectFrom('flows')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && read(row);
}

/** All flows, or one of them, with what the list shows of each, last changed first: one query. */
export async function listFlows(
  db: Database,
  { failuresSince, id }: { readonly failuresSince: number; readonly id?: string },
): Promise<readonly ListedFlow[]> {
  const rows = await db
    .selectFrom('flows')
    .leftJoin('runs as last', (join) =>
      join.on((eb) =>
        eb(
          'last.id',
          '=',
          eb
            .selectFrom('runs')
            .select('runs.id')
            .whereRef('runs.flow_id', '=', 'flows.id')
            .orderBy('runs.id', 'desc')
            .limit(1),
        ),
      ),
    )
    .selectAll('flows')
    .select((eb) => [
      'last.id as last_run_id',
      'last.status as last_run_status',
      'last.started_at as last_run_at',
      eb
        .selectFrom('runs')
        .select(sql<number | string>`count(*)`.as('failed'))
        .whereRef('runs.flow_id', '=', 'flows.id')
        .where(sql<boolean>`runs.status = 'failed'`)
        .where('runs.id', '>', firstIdAt(failuresSince))
        .as('recent_failures'),
    ])
    .where('flows.deleted_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('flows.id', '=', id ?? ''))
    .orderBy('flows.updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    ...read(row),
    recent_failures: Number(row.recent_failures),
  }));
}

/** The flows that were deleted since then, last deleted first. */
export async function listDeletedFlows(
  db: Database,
  since: number,
): Promise<readonly (StoredFlow & { readonly deleted_at: number })[]> {
  const rows = await db
    .selectFrom('flows')
    .selectAll()
    .where('deleted_at', '>', since)
    .orderBy('deleted_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...read(row), deleted_at: row.deleted_at ?? 0 }));
}

/** What the flows are called. */
export async function flowNames(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('flows')
    .select('name')
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ name }) => name));
}

/** Saves the draft if nobody has saved since `expected`; false when somebody has. */
export async function saveDraft(
  db: Database,
  flow: { id: string; name: string; drawing: FlowDrawing; enabled?: boolean; by: string },
  expected: number,
): Promise<boolean> {
  const result = await db
    .updateTable('flows')
    .set({
      name: flow.name,
      drawing: JSON.stringify(flow.drawing),
      version: expected + 1,
      updated_at: Date.now(),
      updated_by: flow.by,
      ...(flow.enabled !== undefined && { enabled: flow.enabled ? 1 : 0 }),
    })
    .where('id', '=', flow.id)
    .where('version', '=', expected)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** By whom a version was tested, or published and why. */
export interface KeptVersion {
  readonly by: string;
  /** Null for a draft that is only tested. */
  readonly publishedAt: number | null;
  readonly note?: string | null;
  /** What it changes against the version that was published before it. */
  readonly changes?: ChangeSummary | null;
}

/**
 * Keeps a version's drawing for the runs that will name it, without what is pinned in the draft.
 * Keeping one twice changes nothing.
 */
export async function keepVersion(
  db: Database,
  flow: StoredFlow,
  { by, publishedAt, note = null, changes = null }: KeptVersion,
): Promise<void> {
  await db
    .insertInto('flow_versions')
    .values({
      flow_id: flow.id,
      version: flow.version,
      drawing: JSON.stringify(withoutPinned(flow.drawing)),
      created_at: Date.now(),
      created_by: by,
      published_at: publishedAt,
      note,
      changes: changes && JSON.stringify(changes),
    })
    .onConflict((conflict) =>
      publishedAt === null
        ? conflict.columns(['flow_id', 'version']).doNothing()
        : conflict.columns(['flow_id', 'version']).doUpdateSet({
            published_at: publishedAt,
            // Whoever tested the draft before did not publish it.
            created_by: by,
            note,
            changes: changes && JSON.stringify(changes),
          }),
    )
    .execute();
}

/** The drawing of a version that was published or tested. */
export async function findVersion(
  db: Database,
  flowId: string,
  version: number,
): Promise<FlowDrawing | undefined> {
  const row = await db
    .selectFrom('flow_versions')
    .select('drawing')
    .where('flow_id', '=', flowId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && (JSON.parse(row.drawing) as FlowDrawing);
}

function read(row: FlowRow): StoredFlow {
  return {
    ...row,
    enabled: row.enabled === 1,
    drawing: JSON.parse(row.drawing),
    tags: JSON.parse(row.tags),
  };
}
