import type { Database } from './database.ts';
import type { Journal } from './journal.ts';

/** Everything that is kept. `db` answers the pages; `journal` takes the writes of the hot path. */
export interface Storage {
  readonly db: Database;
  readonly journal: Journal;
  close(): Promise<void>;
}
