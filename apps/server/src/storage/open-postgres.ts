import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Tables } from './database.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { PostgresJournal } from './postgres-journal.ts';
import { PostgresPool } from './postgres-pool.ts';
import type { Storage } from './storage.ts';
import { StorageError } from './storage-error.ts';
import { StorageTrouble } from './storage-trouble.ts';

/** Pages have connections of their own, so that neither they nor the hot path starve the other. */
const PAGES = { size: 6, timeoutMs: 30_000 };
const JOURNAL = { size: 4, timeoutMs: 10_000 };

/**
 * Opens a PostgreSQL database, making or upgrading the tables as needed. Throws a `StorageError` when
 * it cannot be reached.
 */
export async function openPostgres(url: string): Promise<Storage> {
  const pages = new PostgresPool({ url, ...PAGES });
  const hotPath = new PostgresPool({ url, ...JOURNAL });
  const close = async () => {
    await Promise.all([pages.end(), hotPath.end()]);
  };
  try {
    await migratePostgres(pages);
  } catch (error) {
    await close();
    if (!(error instanceof StorageTrouble)) throw error;
    throw new StorageError(
      `The database that DATABASE_URL names cannot be used: ${error.message}.`,
      { cause: error },
    );
  }
  const dialect = new PostgresDialect({ pool: { connect: () => connect(pages), end: close } });
  return { db: new Kysely<Tables>({ dialect }), journal: new PostgresJournal(hotPath), close };
}

async function connect(pool: PostgresPool): Promise<PostgresPoolClient> {
  return (await pool.connect()) as unknown as PostgresPoolClient;
}
