import type { RunDetail } from '@sluice/schema';
import type { WatchedRun } from './watched-run.ts';

/** Steps painted in one frame: at first, and how far it goes down on a slow machine and up on a quick one. */
const STEPS = { first: 24, fewest: 8, most: 200 };

/** Milliseconds between frames from which on the next one is given less to paint. */
const SLOW = 25;

/**
 * Brings the canvas to show a run. What is far ahead of the canvas is painted over several frames,
 * earliest steps first: a burst of news about a thousand steps must not hold up the pointer.
 */
export function createRunPainter(watched: WatchedRun) {
  let wanted: RunDetail | undefined;
  let frame: number | undefined;
  let before: number | undefined;
  let steps = STEPS.first;

  function paint(): void {
    const shown = watched.getState().run;
    const next =
      wanted && shown && continues(shown, wanted) ? further(shown, wanted, steps) : wanted;
    if (next !== shown) watched.setState(next ? { run: next } : {}, true);
    if (next === wanted) before = undefined;
    else frame = requestAnimationFrame(onFrame);
  }

  function onFrame(now: number): void {
    frame = undefined;
    if (before !== undefined) {
      const wished = now - before > SLOW ? steps / 2 : steps * 1.25;
      steps = Math.round(Math.min(STEPS.most, Math.max(STEPS.fewest, wished)));
    }
    before = now;
    paint();
  }

  return {
    show(run: RunDetail | undefined): void {
      wanted = run;
      if (frame === undefined) paint();
    },
    stop(): void {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}

/** Whether one is the other at a later moment. */
function continues(shown: RunDetail, wanted: RunDetail): boolean {
  return shown.id === wanted.id && shown.drawing === wanted.drawing;
}

/** A run on its way to a later moment of itself: with so many more of the steps that have changed. */
function further(shown: RunDetail, wanted: RunDetail, count: number): RunDetail {
  const changed = Object.entries(wanted.steps).filter(([id, step]) => shown.steps[id] !== step);
  if (changed.length <= count) return wanted;
  return { ...shown, steps: { ...shown.steps, ...Object.fromEntries(changed.slice(0, count)) } };
}
