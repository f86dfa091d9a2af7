import { openPostgres } from './open-postgres.ts';
import { type OpenFile, openSqliteIn } from './open-sqlite.ts';
import { SqliteStore } from './sqlite-store.ts';
import type { Storage } from './storage.ts';

/**
 * Opens PostgreSQL where its URL is given, else SQLite in the data directory; makes or upgrades the
 * tables as needed. Throws a `StorageError`, whose message is for the operator, when it cannot.
 * `openFile` says which thread works on SQLite; default: this one.
 */
export async function openStorage(where: {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly openFile?: OpenFile;
}): Promise<Storage> {
  return where.databaseUrl === undefined
    ? openSqliteIn(where.dataDir, where.openFile ?? (async (file) => new SqliteStore(file)))
    : openPostgres(where.databaseUrl);
}
