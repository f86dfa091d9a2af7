import type { NodeId, Run } from '@sluice/schema';

/** The step of a run that a person most likely wants to see: what failed, else what was reached last. */
export function stepToShow(run: Run): NodeId {
  const steps = Object.entries(run.steps);
  const failed = steps.find(([, step]) => step.status === 'failed');
  const reached = steps.filter(([, step]) => step.status !== 'skipped').at(-1);
  return run.only ?? failed?.[0] ?? reached?.[0] ?? run.triggerId;
}
