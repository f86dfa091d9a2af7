import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

test('a request is free again five minutes after the one that used its place', () => {
  let seconds = 0;
  const limit = createRateLimit(() => seconds * 1000);

  expect(limit.take(2)).toBeUndefined();
  seconds = 100;
  expect(limit.take(2)).toBeUndefined();
  expect(limit.take(2)).toBe(200);
  seconds = 300;
  expect(limit.take(2)).toBeUndefined();
  expect(limit.take(2)).toBe(100);
});

test('a smaller limit applies to what was used before', () => {
  const limit = createRateLimit(() => 0);
  for (let index = 0; index < 5; index += 1) limit.take(10);

  expect(limit.take(3)).toBe(300);
  expect(limit.take(6)).toBeUndefined();
});
