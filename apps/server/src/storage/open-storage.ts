import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import type { Journal } from './journal.ts';
import { migrations } from './migrations.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { StorageError } from './storage-error.ts';

/** Everything that is kept. `db` answers the pages; `journal` takes the writes of the hot path. */
export interface Storage {
  readonly db: Database;
  readonly journal: Journal;
  close(): Promise<void>;
}

/** Opens the database in the data directory, making or upgrading it as needed. */
export function openStorage(dataDir: string): Storage {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'sluice.db');
  const storage = openSqlite(file);
  chmodSync(file, 0o600);
  return storage;
}

/** Opens one SQLite file, or `:memory:`. */
export function openSqlite(file: string): Storage {
  const connection = new SqliteConnection(file);
  migrate(connection);
  return {
    db: connection.db,
    journal: new SqliteJournal(connection),
    close: async () => {
      const release = await connection.lock();
      connection.close();
      release();
    },
  };
}

/** Brings the schema up to date; each version in a transaction of its own. */
function migrate(connection: SqliteConnection): void {
  const { raw } = connection;
  const [row] = raw.prepare('pragma user_version').all([]) as { user_version: number }[];
  const current = row?.user_version ?? 0;
  if (current > migrations.length) {
    throw new StorageError(
      `The database was written by a newer version of Sluice (schema ${current}, this one knows ${migrations.length}). Start that version instead.`,
    );
  }
  migrations.slice(current).forEach((statements, index) => {
    raw.exec('begin immediate');
    for (const statement of statements) raw.exec(statement);
    raw.exec(`pragma user_version = ${current + index + 1}`);
    raw.exec('commit');
  });
}
