import type { Selectable } from 'kysely';
import type { ConnectionPacesTable, Database } from './database.ts';

export type ConnectionPace = Selectable<ConnectionPacesTable>;

export function findConnectionPace(db: Database, id: string): Promise<ConnectionPace | undefined> {
  return db
    .selectFrom('connection_paces')
    .selectAll()
    .where('connection_id', '=', id)
    .executeTakeFirst();
}

/**
 * Stores a connection's pace in place of the version before it; version 1 is the first. False when
 * another process was quicker, and nothing was stored.
 */
export async function replaceConnectionPace(db: Database, pace: ConnectionPace): Promise<boolean> {
  if (pace.version === 1) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('connection_paces')
      .values(pace)
      .onConflict((conflict) => conflict.column('connection_id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('connection_paces')
    .set({ version: pace.version, state: pace.state })
    .where('connection_id', '=', pace.connection_id)
    .where('version', '=', pace.version - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
