import { expect, test } from 'vitest';
import { bulkRetryText } from './bulk-retry-text.ts';

test('says how many runs go on, and how many do not for which reason', () => {
  expect(bulkRetryText({ retried: 1, refused: [] })).toBe('1 run goes on.');
  const refused = ['a', 'b', 'c'].map((id) => ({ id, why: id === 'c' ? 'Gone.' : 'Over.' }));
  expect(bulkRetryText({ retried: 2, refused })).toBe(
    '2 runs go on. 2 do not: Over. 1 does not: Gone.',
  );
});

test('says when there is more than one call retries', () => {
  expect(bulkRetryText({ retried: 1000, refused: [], cursor: 'x' })).toMatch(/There are more/);
});
