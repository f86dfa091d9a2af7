import { join } from 'node:path';
import Sqlite from 'libsql';

/**
 * Claims the data directory for this process; throws when another one holds it. Two servers on one
 * directory would run everything twice. The claim is a lock of the operating system on a small
 * database of its own, so it goes with the process, however that ends.
 */
export function lockDirectory(dataDir: string): () => void {
  const lock = new Sqlite(join(dataDir, 'sluice.lock'));
  try {
    lock.exec('pragma busy_timeout = 0');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new Error(
      `Another Sluice is using the data directory ${dataDir}. Stop it, or set SLUICE_DATA_DIR to another one.`,
      { cause: error },
    );
  }
  return () => lock.close();
}
