import { expect, test } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const retry = { attempts: 5, firstDelaySeconds: 2, longestDelaySeconds: 60 };
const failure = { code: 'unavailable', message: 'Busy.' } as const;
const now = Date.parse('2026-01-01T00:00:00Z');

test('the other side is obeyed about when to come back', () => {
  const asked = { ...failure, retryAfterSeconds: 90 };
  expect(nextAttempt({ retry, attempt: 1, failure: asked }, now, 0)).toBe(now + 90_000);
});

test.each([86_401, 999_999_999, 1e15, Number.MAX_VALUE])(
  'a pause of %d seconds is a mistake or a trap, and ends after a day',
  (retryAfterSeconds) => {
    const trap = { ...failure, retryAfterSeconds };
    expect(nextAttempt({ retry, attempt: 1, failure: trap }, now, 0)).toBe(now + 86_400_000);
  },
);

test('delays double up to the longest', () => {
  const delays = [1, 2, 3, 4].map((attempt) => nextAttempt({ retry, attempt, failure }, now, 0));
  expect(delays).toEqual([2, 4, 8, 16].map((seconds) => now + seconds * 1000));
  const many = { ...retry, attempts: 100 };
  expect(nextAttempt({ retry: many, attempt: 99, failure }, now, 0)).toBe(now + 60_000);
  expect(nextAttempt({ retry, attempt: 5, failure }, now, 0)).toBeUndefined();
});
