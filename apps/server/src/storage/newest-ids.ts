import type { Database } from './database.ts';

/** Rows that are stepped over in one go. */
const STRIDE = 5000;

/**
 * The id before which more rows lie than are to be kept; undefined when there are not as many. It is
 * found in strides, so that counting a million never holds the database.
 */
export async function boundaryOf(
  db: Database,
  table: 'runs' | 'signals',
  { most, rest }: { readonly most: number; readonly rest: (took: number) => Promise<void> },
): Promise<string | undefined> {
  let boundary: string | undefined;
  for (let left = most; left > 0; left -= STRIDE) {
    const began = performance.now();
    const row = await db
      .selectFrom(table)
      .select('id')
      .$if(boundary !== undefined, (query) => query.where('id', '<', boundary ?? ''))
      .orderBy('id', 'desc')
      .offset(Math.min(left, STRIDE) - 1)
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    boundary = row.id;
    await rest(performance.now() - began);
  }
  return boundary;
}
