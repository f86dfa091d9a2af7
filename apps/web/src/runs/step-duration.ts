import type { StepRun } from '@sluice/schema';

/** How long a step took, or has taken so far, in milliseconds; undefined before it began. */
export function stepDuration(step: StepRun | undefined, now: number): number | undefined {
  if (step?.startedAt === undefined) return undefined;
  const end = step.finishedAt === undefined ? now : Date.parse(step.finishedAt);
  return Math.max(0, end - Date.parse(step.startedAt));
}
