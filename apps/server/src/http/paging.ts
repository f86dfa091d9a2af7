import type { Page } from '@sluice/schema';
import { type ZodType, z } from 'zod';
import { idShape } from '../storage/new-id.ts';

/** The query parameters of every list: where to go on, and how many. */
export const pagingQuery = {
  // Any text sorts somewhere: without this, a wrong one would bring some page as if it were the next.
  cursor: z.string().regex(idShape, 'This is no cursor that a list has given.').optional(),
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
