import type { RunDetail, StepRun } from '@sluice/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunPainter } from './paint-run.ts';
import { createWatchedRun } from './watched-run.ts';

const drawing = {};
/** What a run did stays the same thing while the run goes on. */
const allSteps = Array.from({ length: 1010 }, (_, index) => [
  `step-${index}`,
  { attempt: 1 } as unknown as StepRun,
]);
let watched = createWatchedRun();
let painter = createRunPainter(watched);

beforeEach(() => {
  vi.useFakeTimers();
  watched = createWatchedRun();
  painter = createRunPainter(watched);
});

afterEach(() => {
  painter.stop();
  vi.useRealTimers();
});

test('a run that was not shown, and a few steps more of one, are painted at once', () => {
  painter.show(run({ steps: 1000 }));
  expect(shownSteps()).toBe(1000);
  painter.show(run({ steps: 1010 }));
  expect(shownSteps()).toBe(1010);
});

test('a burst is painted over several frames, earliest steps first, and ends as the run is', () => {
  painter.show(run({ steps: 0 }));
  const last = run({ steps: 1000, status: 'succeeded' });
  painter.show(last);
  expect(Object.keys(watched.getState().run?.steps ?? {})).toEqual(
    Object.keys(last.steps).slice(0, shownSteps()),
  );
  expect(shownSteps()).toBeLessThan(100);
  expect(watched.getState().run?.status).toBe('running');

  vi.advanceTimersByTime(2000);
  expect(watched.getState().run).toBe(last);
});

test('another run takes the place of one that is still being painted', () => {
  painter.show(run({ steps: 0 }));
  painter.show(run({ steps: 1000 }));
  const other = run({ id: 'other', steps: 3 });
  painter.show(other);
  vi.advanceTimersByTime(100);
  expect(watched.getState().run).toBe(other);
  painter.show(undefined);
  expect(watched.getState().run).toBeUndefined();
});

function shownSteps(): number {
  return Object.keys(watched.getState().run?.steps ?? {}).length;
}

function run({
  id = 'one',
  steps,
  status = 'running',
}: {
  readonly id?: string;
  readonly steps: number;
  readonly status?: string;
}): RunDetail {
  const done = Object.fromEntries(allSteps.slice(0, steps));
  return { id, status, drawing, steps: done } as unknown as RunDetail;
}
