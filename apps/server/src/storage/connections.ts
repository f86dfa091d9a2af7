import type { Selectable } from 'kysely';
import type { ConnectionsTable, Database } from './database.ts';

export type ConnectionRow = Selectable<ConnectionsTable>;

/** All connections, newest first. */
export function listConnections(db: Database): Promise<ConnectionRow[]> {
  return db.selectFrom('connections').selectAll().orderBy('id', 'desc').execute();
}

export function findConnection(db: Database, id: string): Promise<ConnectionRow | undefined> {
  return db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertConnection(db: Database, row: ConnectionRow): Promise<void> {
  await db.insertInto('connections').values(row).execute();
}

/** What a change of a connection replaces. */
export type ConnectionChange = Pick<
  ConnectionRow,
  'name' | 'sealed_values' | 'last_test' | 'updated_at'
>;

/**
 * Changes a connection, provided that its values are still the ones the change was made from.
 * False when somebody else was quicker, or it is gone.
 */
export async function updateConnection(
  db: Database,
  from: Pick<ConnectionRow, 'id' | 'sealed_values'>,
  change: ConnectionChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('connections')
    .set(change)
    .where('id', '=', from.id)
    .where('sealed_values', '=', from.sealed_values)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps what a test found (JSON), unless the values have changed since. */
export async function saveConnectionTest(
  db: Database,
  tested: Pick<ConnectionRow, 'id' | 'sealed_values'>,
  lastTest: string,
): Promise<void> {
  await db
    .updateTable('connections')
    .set({ last_test: lastTest })
    .where('id', '=', tested.id)
    .where('sealed_values', '=', tested.sealed_values)
    .execute();
}

export async function deleteConnection(db: Database, id: string): Promise<void> {
  await db.deleteFrom('connections').where('id', '=', id).execute();
  await db.deleteFrom('connection_paces').where('connection_id', '=', id).execute();
  await db.deleteFrom('connection_tokens').where('connection_id', '=', id).execute();
}

/** A document in which a flow may name connections: its draft, what is published, a trigger's set-up. */
export interface ConnectionUse {
  readonly flowId: string;
  readonly flowName: string;
  /** JSON text. */
  readonly document: string;
}

/** Every document of a flow that is not deleted and names any connection at all. */
export async function listConnectionUses(db: Database): Promise<ConnectionUse[]> {
  const naming = '%"connectionId"%';
  const drafts = await db
    .selectFrom('flows')
    .select(['flows.id as flowId', 'flows.name as flowName', 'flows.drawing as document'])
    .where('flows.deleted_at', 'is', null)
    .where('flows.drawing', 'like', naming)
    .execute();
  const published = await db
    .selectFrom('flows')
    .innerJoin('flow_versions', (join) =>
      join
        .onRef('flow_versions.flow_id', '=', 'flows.id')
        .onRef('flow_versions.version', '=', 'flows.published_version'),
    )
    .select(['flows.id as flowId', 'flows.name as flowName', 'flow_versions.drawing as document'])
    .where('flows.deleted_at', 'is', null)
    .where('flow_versions.drawing', 'like', naming)
    .execute();
  const setups = await db
    .selectFrom('triggers')
    .innerJoin('flows', 'flows.id', 'triggers.flow_id')
    .select(['flows.id as flowId', 'flows.name as flowName', 'triggers.setup as document'])
    .where('flows.deleted_at', 'is', null)
    .where('triggers.setup', 'like', naming)
    .execute();
  const made = setups.flatMap(({ document, ...use }) =>
    document === null ? [] : [{ ...use, document }],
  );
  return [...drafts, ...published, ...made];
}
