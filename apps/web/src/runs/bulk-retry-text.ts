import type { BulkRetry } from '@sluice/schema';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';

/** What became of runs that were retried together, in a sentence or two. */
export function bulkRetryText({ retried, refused, cursor }: BulkRetry): string {
  const reasons = new Map<string, number>();
  for (const { why } of refused) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [
    say('runs.retry.result', { count: retried }),
    ...Array.from(reasons, ([why, count]) =>
      say('runs.retry.refused', { count, why: saySentence(why) }),
    ),
    ...(cursor === undefined ? [] : [say('runs.retry.more')]),
  ].join(' ');
}
