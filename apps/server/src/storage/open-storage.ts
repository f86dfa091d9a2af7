import { openPostgres } from './open-postgres.ts';
import { openSqliteIn } from './open-sqlite.ts';
import type { Storage } from './storage.ts';

/**
 * Opens PostgreSQL where its URL is given, else SQLite in the data directory; makes or upgrades the
 * tables as needed. Throws a `StorageError`, whose message is for the operator, when it cannot.
 */
export async function openStorage(where: {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}): Promise<Storage> {
  return where.databaseUrl === undefined
    ? openSqliteIn(where.dataDir)
    : openPostgres(where.databaseUrl);
}
