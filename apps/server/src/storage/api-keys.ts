import type { Selectable } from 'kysely';
import type { ApiKeysTable, Database } from './database.ts';

export type ApiKeyRow = Selectable<ApiKeysTable>;

/** A key with the name of the user it acts as. */
export type NamedApiKeyRow = ApiKeyRow & { readonly user_name: string };

/** Newest first; all of them, or one user's. */
export function listApiKeys(db: Database, userId?: string): Promise<NamedApiKeyRow[]> {
  return db
    .selectFrom('api_keys')
    .innerJoin('users', 'users.id', 'api_keys.user_id')
    .selectAll('api_keys')
    .select('users.name as user_name')
    .$if(userId !== undefined, (query) => query.where('api_keys.user_id', '=', userId ?? ''))
    .orderBy('api_keys.id', 'desc')
    .execute();
}

export function findApiKey(db: Database, id: string): Promise<ApiKeyRow | undefined> {
  return db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By its public half. */
export function findApiKeyByKey(db: Database, key: string): Promise<ApiKeyRow | undefined> {
  return db.selectFrom('api_keys').selectAll().where('key', '=', key).executeTakeFirst();
}

export async function insertApiKey(db: Database, row: ApiKeyRow): Promise<void> {
  await db.insertInto('api_keys').values(row).execute();
}

/** Notes that a key was used, at a time in milliseconds. */
export async function touchApiKey(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
}

export async function deleteApiKey(db: Database, id: string): Promise<void> {
  await db.deleteFrom('api_keys').where('id', '=', id).execute();
}
