import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the first ask is answered at once and the rest of the period with one more', () => {
  const act = vi.fn();
  const { ask } = atMostEvery(1000, act);

  for (let count = 0; count < 5; count++) ask();
  expect(act).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(2);

  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledTimes(2);
});

test('nothing happens after it was stopped', () => {
  const act = vi.fn();
  const { ask, stop } = atMostEvery(1000, act);

  ask();
  ask();
  stop();
  vi.advanceTimersByTime(5000);

  expect(act).toHaveBeenCalledTimes(1);
});
