import type { Database } from './database.ts';

/** The fact stored under a name; undefined while there is none. */
export async function readSetting(db: Database, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

/** Stores a fact unless there is one already. Returns the one that holds, whoever stored it. */
export async function keepSetting(db: Database, name: string, value: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await readSetting(db, name)) ?? value;
}

/** Stores a fact in place of whatever held before. */
export async function writeSetting(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/**
 * Lets transactions that name the same thing follow one another, each seeing what the one before
 * stored: for what is first looked up and then written. Held until the transaction ends.
 */
export async function takeTurn(transaction: Database, name: string): Promise<void> {
  await writeSetting(transaction, `turn ${name}`, '');
}
