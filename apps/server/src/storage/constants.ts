import type { Values } from '@sluice/schema';
import type { Selectable } from 'kysely';
import type { ConstantsTable, Database } from './database.ts';
import { takeTurn } from './settings.ts';

export type ConstantRow = Selectable<ConstantsTable>;

/** All constants, by name. */
export function listConstants(db: Database): Promise<ConstantRow[]> {
  return db.selectFrom('constants').selectAll().orderBy('name').execute();
}

/** The constants as pills look them up: values by name. */
export async function readConstants(db: Database): Promise<Values> {
  const rows = await listConstants(db);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Adds a constant. False when its name is taken. */
export async function insertConstant(db: Database, row: ConstantRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('constants')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Changes a constant. `taken`: another one has that name; `missing`: there is none with that id. */
export function updateConstant(
  db: Database,
  { id, name, value }: ConstantRow,
): Promise<'done' | 'taken' | 'missing'> {
  return db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, 'constants');
    const twin = await transaction
      .selectFrom('constants')
      .select('id')
      .where('name', '=', name)
      .where('id', '!=', id)
      .executeTakeFirst();
    if (twin) return 'taken';
    const { numUpdatedRows } = await transaction
      .updateTable('constants')
      .set({ name, value })
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? 'done' : 'missing';
  });
}

/** Deletes a constant and returns what it was; undefined when there is none. */
export async function deleteConstant(db: Database, id: string): Promise<ConstantRow | undefined> {
  return db.deleteFrom('constants').where('id', '=', id).returningAll().executeTakeFirst();
}
