import type { Selectable } from 'kysely';
import type { Database, UsersTable } from './database.ts';

export type UserRow = Selectable<UsersTable>;

/** Everybody, in the order they were added. */
export function listUsers(db: Database): Promise<UserRow[]> {
  return db.selectFrom('users').selectAll().orderBy('id').execute();
}

export function findUser(db: Database, id: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A person, by e-mail in any case. Integration users have none, so they are never found here. */
export function findPerson(db: Database, email: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

/** An integration user, by its name exactly as written. */
export function findIntegrationUser(db: Database, name: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where('kind', '=', 'integration')
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Whether a person is an administrator, disabled or not: from then on nothing is left to set up. */
export async function administratorExists(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('kind', '=', 'person')
    .where('role', '=', 'admin')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many people can log in and administer, one of them left out. */
export async function countOtherAdministrators(db: Database, exceptId: string): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((select) => select.fn.countAll().as('count'))
    .where('kind', '=', 'person')
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .where('id', '!=', exceptId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertUser(db: Database, user: UserRow): Promise<void> {
  await db.insertInto('users').values(user).execute();
}

export async function updateUser(
  db: Database,
  id: string,
  changes: Partial<Omit<UserRow, 'id'>>,
): Promise<void> {
  await db.updateTable('users').set(changes).where('id', '=', id).execute();
}

/** Removes a user; sessions and API keys go with it. */
export async function deleteUser(db: Database, id: string): Promise<void> {
  await db.deleteFrom('users').where('id', '=', id).execute();
}
