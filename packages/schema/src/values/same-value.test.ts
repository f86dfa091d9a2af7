import { expect, it } from 'vitest';
import { sameValue } from './same-value.ts';

it('sees no difference in the order of keys', () => {
  expect(sameValue({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
  [null, {}],
  ['1', 1],
])('tells %o from %o', (one, other) => {
  expect(sameValue(one, other)).toBe(false);
});
