import type { Database } from './database.ts';
import type { Searched } from './word-search.ts';

/** A row whose words have still to be kept. The database notes it by itself: see `migrations.ts`. */
export interface Unindexed {
  readonly number: number;
  readonly kind: Searched;
  readonly id: string;
}

/** The oldest ones. A row that changed twice stands there twice. */
export async function listUnindexed(db: Database, limit: number): Promise<Unindexed[]> {
  const rows = await db
    .selectFrom('unindexed')
    .selectAll()
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** Crosses out exactly these: what changed since stands there under another number. */
export async function removeUnindexed(db: Database, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await db.deleteFrom('unindexed').where('number', 'in', numbers).execute();
}
