import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids sort in the order they were made, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
});

test('a clock that is set back does not disorder them', () => {
  const now = Date.now() + 1000;
  const before = newId(now);
  expect(newId(now - 60_000) > before).toBe(true);
  expect(newId(now + 1) > before).toBe(true);
});

test('ids of later years come after ids of earlier ones', () => {
  expect(newId(Date.parse('2090-01-01')) < newId(Date.parse('2190-01-01'))).toBe(true);
});
