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
  const { dataDir, databaseUrl, openFile = async (file) => new SqliteStore(file) } = where;
  if (databaseUrl === undefined) return openSqliteIn(dataDir, openFile);
  // Only here, as what is not used need not be loaded at each start.
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(databaseUrl);
}
