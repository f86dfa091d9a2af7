import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Tables } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { lockDirectory } from './lock-directory.ts';
import type { SqliteChannel } from './sqlite-channel.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { SqliteStore } from './sqlite-store.ts';
import { SqliteTurns } from './sqlite-turns.ts';
import type { Storage } from './storage.ts';

/** Opens one file, making it if there is none. */
export type OpenFile = (file: string) => Promise<SqliteChannel>;

/**
 * Claims the data directory, making it if needed, and opens the database in it. Throws a
 * `StorageError` when another process has claimed it.
 */
export async function openSqliteIn(dataDir: string, openFile: OpenFile): Promise<Storage> {
  const unlock = lockDirectory(dataDir);
  const file = join(dataDir, 'sluice.db');
  try {
    const storage = storageOn(await openFile(file));
    chmodSync(file, 0o600);
    return { ...storage, close: () => storage.close().then(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens one SQLite file, or `:memory:`, in this thread. */
export function openSqlite(file: string): Storage {
  return storageOn(new SqliteStore(file));
}

function storageOn(channel: SqliteChannel): Storage {
  const turns = new SqliteTurns();
  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect(channel, turns) }),
    journal: new SqliteJournal(new GroupCommit(channel, turns)),
    close: async () => {
      const leave = await turns.enter();
      await channel.close();
      leave();
    },
  };
}
