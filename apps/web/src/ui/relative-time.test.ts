import { expect, test } from 'vitest';
import { durationText } from './Duration.tsx';
import { relativeTime } from './relative-time.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

test.each([
  ['2026-01-10T11:59:57Z', 'just now'],
  ['2026-01-10T11:59:20Z', '40 s ago'],
  ['2026-01-10T11:48:00Z', '12 min ago'],
  ['2026-01-10T09:00:00Z', '3 h ago'],
  ['2026-01-09T12:00:00Z', '1 day ago'],
  ['2026-01-10T12:05:00Z', 'in 5 min'],
])('%s reads “%s”', (at, words) => {
  expect(relativeTime(at, now)).toBe(words);
});

test.each([
  [0, '0 ms'],
  [412, '412 ms'],
  [1240, '1.2 s'],
  [184_000, '3 min 4 s'],
  [3_900_000, '1 h 5 min'],
])('%i ms reads “%s”', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});
