import type { Database, SignalsTable } from './database.ts';
import { wordSearchOf } from './word-search.ts';

/** Signals that are looked at, and taken away, in one go. */
const PAGE = 200;

export interface PruneSignals {
  /** Looks only at signals before this id. */
  readonly before: string;
  readonly isDue: (signal: Pick<SignalsTable, 'id' | 'outcome' | 'received_at'>) => boolean;
  /** Called after each transaction with the milliseconds it took, so that others get their turn. */
  readonly rest: (took: number) => Promise<void>;
}

/** Takes away old signals, oldest first. Returns how many went. */
export async function pruneSignals(
  db: Database,
  { before, isDue, rest }: PruneSignals,
): Promise<number> {
  let pruned = 0;
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('signals')
      .select(['id', 'outcome', 'received_at'])
      .where('id', '>', after)
      .where('id', '<', before)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const ids = rows.filter(isDue).map(({ id }) => id);
    const began = performance.now();
    if (ids.length > 0) await deleteSignals(db, ids);
    pruned += ids.length;
    await rest(ids.length > 0 ? performance.now() - began : 1);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return pruned;
    after = last.id;
  }
}

function deleteSignals(db: Database, ids: readonly string[]): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await wordSearchOf(db).remove(transaction, 'signals', ids);
    await transaction.deleteFrom('signals').where('id', 'in', ids).execute();
  });
}
