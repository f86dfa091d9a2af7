import type { FlowDrawing } from '@sluice/schema';
import { sql } from 'kysely';
import type { Database, FlowsTable } from './database.ts';
import { firstIdAt } from './new-id.ts';

/** A flow's row with its drawing read. */
export interface StoredFlow extends Omit<FlowsTable, 'drawing' | 'enabled'> {
  readonly drawing: FlowDrawing;
  readonly enabled: boolean;
}

/** The flow, unless it does not exist or was deleted. */
export async function findFlow(db: Database, id: string): Promise<StoredFlow | undefined> {
  const row = await db
    .selectFrom('flows')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, enabled: row.enabled === 1, drawing: JSON.parse(row.drawing) };
}

/** All flows with what the list shows of each, last changed first. */
export async function listFlows(db: Database, failuresSince: number) {
  return db
    .selectFrom('flows')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('runs')
        .select('id')
        .whereRef('runs.flow_id', '=', 'flows.id')
        .orderBy('id', 'desc')
        .limit(1)
        .as('last_run_id'),
      eb
        .selectFrom('runs')
        .select(sql<number | string>`count(*)`.as('failed'))
        .whereRef('runs.flow_id', '=', 'flows.id')
        .where(sql<boolean>`runs.status = 'failed'`)
        .where('id', '>', firstIdAt(failuresSince))
        .as('recent_failures'),
    ])
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
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

/** Keeps a version's drawing for the runs that will name it. Keeping one twice changes nothing. */
export async function keepVersion(
  db: Database,
  flow: StoredFlow,
  { by, publishedAt }: { by: string; publishedAt: number | null },
): Promise<void> {
  await db
    .insertInto('flow_versions')
    .values({
      flow_id: flow.id,
      version: flow.version,
      drawing: JSON.stringify(flow.drawing),
      created_at: Date.now(),
      created_by: by,
      published_at: publishedAt,
    })
    .onConflict((conflict) =>
      publishedAt === null
        ? conflict.columns(['flow_id', 'version']).doNothing()
        : conflict.columns(['flow_id', 'version']).doUpdateSet({ published_at: publishedAt }),
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
