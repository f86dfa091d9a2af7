import { expect, test } from 'vitest';
import { isoTime } from './iso-time.ts';

test('each time reads as itself, also when one comes again', () => {
  const times = [0, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001, 0];

  expect(times.map(isoTime)).toEqual(times.map((time) => new Date(time).toISOString()));
});

test('what is no time is refused each time', () => {
  expect(() => isoTime(Number.NaN)).toThrow(RangeError);
  expect(() => isoTime(Number.NaN)).toThrow(RangeError);
});
