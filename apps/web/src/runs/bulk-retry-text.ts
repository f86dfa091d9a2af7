import type { BulkRetry } from '@sluice/schema';

/** What became of runs that were retried together, in a sentence or two. */
export function bulkRetryText({ retried, refused, cursor }: BulkRetry): string {
  const reasons = new Map<string, number>();
  for (const { why } of refused) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [
    retried === 1 ? '1 run goes on.' : `${retried} runs go on.`,
    ...Array.from(reasons, ([why, count]) => `${count} ${count === 1 ? 'does' : 'do'} not: ${why}`),
    ...(cursor === undefined ? [] : ['There are more: retry once more for the next ones.']),
  ].join(' ');
}
