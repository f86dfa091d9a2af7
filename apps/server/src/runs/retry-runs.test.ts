import { expect, test } from 'vitest';
import { type RetryWish, describeWish } from './retry-runs.ts';

test.each<[RetryWish, string]>([
  [{ ids: ['a', 'b'] }, 'Chosen one by one: 2.'],
  [{ filter: {} }, 'All that failed.'],
  [
    { filter: { flowId: 'f', triggerId: 't', q: 'database' } },
    'All that failed: flow f, trigger t, “database”.',
  ],
  [
    { filter: { from: 0, to: 86_400_000 } },
    'All that failed: after 1970-01-01T00:00:00.000Z, before 1970-01-02T00:00:00.000Z.',
  ],
])('the wish %j reads “%s”', (wish, words) => {
  expect(describeWish(wish)).toBe(words);
});
