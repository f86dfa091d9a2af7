import { expect, test } from 'vitest';
import { extended } from './extended.ts';

test('it has what both have, and the second wins', () => {
  expect(extended({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual({ a: 1, b: 3, c: 4 });
});

test('neither is changed', () => {
  const base = { a: 1 };
  const more = { a: 2 };
  extended(base, more);

  expect([base, more]).toEqual([{ a: 1 }, { a: 2 }]);
});
