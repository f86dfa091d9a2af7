import type { Database, TriggerRow } from './database.ts';
import { newId } from './new-id.ts';

/** The URL row of a trigger node, made when it is first asked for. */
export async function ensureTrigger(
  db: Database,
  flowId: string,
  nodeId: string,
): Promise<TriggerRow> {
  await db
    .insertInto('triggers')
    .values({ id: newId(), flow_id: flowId, node_id: nodeId, generation: 1, setup: null })
    .onConflict((conflict) => conflict.columns(['flow_id', 'node_id']).doNothing())
    .execute();
  return db
    .selectFrom('triggers')
    .selectAll()
    .where('flow_id', '=', flowId)
    .where('node_id', '=', nodeId)
    .executeTakeFirstOrThrow();
}

/** The URL row behind an id in a URL. */
export function findTriggerByUrl(db: Database, id: string): Promise<TriggerRow | undefined> {
  return db.selectFrom('triggers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The rows of all flows that are published and switched on. */
export function listPublishedTriggers(db: Database): Promise<Pick<TriggerRow, 'id'>[]> {
  return db
    .selectFrom('triggers')
    .innerJoin('flows', 'flows.id', 'triggers.flow_id')
    .select('triggers.id')
    .where('flows.published_version', 'is not', null)
    .where('flows.enabled', '=', 1)
    .where('flows.deleted_at', 'is', null)
    .execute();
}

/** Remembers up to when a schedule has been dealt with; false when another process was faster. */
export async function advanceSchedule(
  db: Database,
  id: string,
  { from, to }: { readonly from: number | null; readonly to: number },
): Promise<boolean> {
  const result = await db
    .updateTable('triggers')
    .set({ last_fired_at: to })
    .where('id', '=', id)
    .where('last_fired_at', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Has a flow's schedules count from now: nothing is made up for that was due while it was off. */
export async function resetSchedules(db: Database, flowId: string, now: number): Promise<void> {
  await db
    .updateTable('triggers')
    .set({ last_fired_at: now })
    .where('flow_id', '=', flowId)
    .execute();
}

/** When the row's schedule was last dealt with. */
export async function readLastFired(db: Database, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('triggers')
    .select('last_fired_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.last_fired_at ?? null;
}

/** Makes the old URL's key worthless. */
export async function rotateTrigger(db: Database, id: string): Promise<void> {
  await db
    .updateTable('triggers')
    .set((eb) => ({ generation: eb('generation', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Remembers what the set-up button made in the other product, or that it was removed. */
export async function keepSetup(db: Database, id: string, setup: object | null): Promise<void> {
  await db
    .updateTable('triggers')
    .set({ setup: setup && JSON.stringify(setup) })
    .where('id', '=', id)
    .execute();
}
