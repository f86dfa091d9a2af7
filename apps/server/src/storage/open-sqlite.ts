import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { lockDirectory } from './lock-directory.ts';
import { migrations, migrationsAfter, refuseNewer } from './migrations.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import type { Storage } from './storage.ts';

/**
 * Claims the data directory, making it if needed, and opens the database in it. Throws a
 * `StorageError` when another process has claimed it.
 */
export function openSqliteIn(dataDir: string): Storage {
  const unlock = lockDirectory(dataDir);
  const file = join(dataDir, 'sluice.db');
  try {
    const storage = openSqlite(file);
    chmodSync(file, 0o600);
    return { ...storage, close: () => storage.close().then(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
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
function migrate({ raw }: SqliteConnection): void {
  const readVersion = (): number => {
    const [row] = raw.prepare('pragma user_version').all([]) as { user_version: number }[];
    return row?.user_version ?? 0;
  };
  refuseNewer(readVersion());
  while (readVersion() < migrations.length) {
    raw.exec('begin immediate');
    // Another process may have been first while this one waited for its turn.
    const current = readVersion();
    const [statements = []] = migrationsAfter(current, 'sqlite');
    for (const statement of statements) raw.exec(statement);
    raw.exec(`pragma user_version = ${Math.min(current + 1, migrations.length)}`);
    raw.exec('commit');
  }
}
