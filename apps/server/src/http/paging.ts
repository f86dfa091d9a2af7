import type { Page } from '@sluice/schema';
import { type ZodType, z } from 'zod';

/** The query parameters of every list: where to go on, and how many. */
export const pagingQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** How a list is described: all of it, or a page with the cursor of the next one. */
export const listOf = (item: ZodType) => z.object({ items: z.array(item) });
export const pageSchema = (item: ZodType) => listOf(item).extend({ cursor: z.string().optional() });

/**
 * Makes a page from rows read newest first by an id that sorts by time, one more than asked for.
 * The cursor is the last id shown, so a page never shifts while rows are added.
 */
export function pageOf<Item extends { readonly id: string }>(
  rows: readonly Item[],
  limit: number,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, cursor: last.id } : { items };
}
