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
