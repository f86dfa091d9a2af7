import { expect, test } from 'vitest';
import {
  clockText,
  durationText,
  listText,
  numberText,
  relativeTime,
  timeToCome,
} from './format.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

test.each([
  ['2026-01-10T11:59:57Z', 'just now'],
  ['2026-01-10T11:59:20Z', '40 sec. ago'],
  ['2026-01-10T11:48:00Z', '12 min. ago'],
  ['2026-01-10T11:00:10Z', '1 hr. ago'],
  ['2026-01-10T09:00:00Z', '3 hr. ago'],
  ['2026-01-09T12:00:00Z', '1 day ago'],
  ['2026-01-10T12:05:00Z', 'in 5 min.'],
  ['2025-11-02T12:00:00Z', 'Nov 2, 2025'],
])('%s reads “%s”', (at, words) => {
  expect(relativeTime(at, now)).toBe(words);
});

test('what is to come says in how long and when, and what is due that it may come at once', () => {
  const inMs = (ms: number) => new Date(now + ms).toISOString();
  const minutes = inMs(5 * 60_000);
  expect(timeToCome(minutes, now)).toBe(`in 5 min. (${clockText(minutes)})`);
  const hours = inMs(3 * 3_600_000);
  expect(timeToCome(hours, now)).toBe(`in 3 hr. (${clockText(hours, 'minute')})`);
  expect(timeToCome(inMs(50 * 3_600_000), now)).toMatch(/^in 2 days \(Jan 12, 2026/);
  expect(timeToCome(inMs(-5), now)).toBe('any moment now');
});

test.each([
  [0, '0 ms'],
  [412, '412 ms'],
  [1240, '1.2 s'],
  [59_949, '59.9 s'],
  [184_000, '3 min 4 s'],
  [3_900_000, '1 h 5 min'],
])('%i ms reads “%s”', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});

test('a time of day has 24 hours', () => {
  const at = new Date(2026, 0, 10, 0, 5, 9).toISOString();
  expect(clockText(at)).toBe('00:05:09');
  expect(clockText(at, 'minute')).toBe('00:05');
});

test('numbers and lists are written as the language does', () => {
  expect(numberText(12_345)).toBe('12,345');
  expect(listText(['a', 'b'], 'or')).toBe('a or b');
});
