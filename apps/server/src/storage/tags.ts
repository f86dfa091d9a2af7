import { distinctTags, isSameTag } from '@sluice/schema';
import type { Database } from './database.ts';

/** Gives a flow these tags; false when there is no such flow. */
export async function keepTags(
  db: Database,
  flowId: string,
  tags: readonly string[],
): Promise<boolean> {
  const result = await db
    .updateTable('flows')
    .set({ tags: JSON.stringify(tags) })
    .where('id', '=', flowId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/**
 * Gives a tag another name wherever it is, on deleted flows as well, as they may come back. A flow
 * that has the new one already keeps it once. Returns how many flows had the old one.
 */
export function renameTag(db: Database, from: string, to: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('flows')
      .select(['id', 'tags'])
      .where('tags', '<>', '[]')
      .execute();
    let renamed = 0;
    for (const row of rows) {
      const tags: readonly string[] = JSON.parse(row.tags);
      if (!tags.some((tag) => isSameTag(tag, from))) continue;
      const next = distinctTags(tags.map((tag) => (isSameTag(tag, from) ? to : tag)));
      // Another who changed this flow's tags meanwhile is not overwritten.
      const result = await transaction
        .updateTable('flows')
        .set({ tags: JSON.stringify(next) })
        .where('id', '=', row.id)
        .where('tags', '=', row.tags)
        .executeTakeFirst();
      renamed += Number(result.numUpdatedRows);
    }
    return renamed;
  });
}
