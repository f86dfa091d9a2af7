import { flagParam, integerParam } from './query.ts';

/**
 * A list under its own key with `record_count`, in pages only when `pageinate=true` is asked for;
 * `page_size` alone has no effect. Pages start at 1.
 */
export function pageOf<Row>(
  key: string,
  rows: readonly Row[],
  params: URLSearchParams,
): Record<string, unknown> {
  if (!flagParam(params, 'pageinate')) {
    const count = integerParam(params, 'count') ?? rows.length;
    return { record_count: rows.length, [key]: rows.slice(0, Math.max(0, count)) };
  }
  const size = Math.max(1, integerParam(params, 'page_size') ?? 50);
  const page = Math.max(1, integerParam(params, 'page_no') ?? 1);
  return {
    page_no: page,
    page_size: size,
    record_count: rows.length,
    [key]: rows.slice((page - 1) * size, page * size),
  };
}
