import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { StorageError } from './storage-error.ts';

/**
 * Claims the data directory for this process, making it if needed, before anything in it is opened.
 * Throws a `StorageError` when it cannot be used, or when another process holds it: two servers would
 * run everything twice. The claim is a lock of the operating system on a small database of its own,
 * so it goes with the process, however that ends.
 */
export function lockDirectory(dataDir: string): () => void {
  const lock = openLock(dataDir);
  try {
    lock.exec('pragma busy_timeout = 0');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new StorageError(
      `Another Sluice is using the data directory ${dataDir}. Stop it, or set SLUICE_DATA_DIR to another one.`,
      { cause: error },
    );
  }
  return () => lock.close();
}

function openLock(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new Sqlite(join(dataDir, 'sluice.lock'));
  } catch (error) {
    throw new StorageError(
      `The data directory ${dataDir} cannot be used (${(error as Error).message}). Set SLUICE_DATA_DIR to a folder that this user may write to.`,
      { cause: error },
    );
  }
}
