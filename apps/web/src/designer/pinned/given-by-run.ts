import type { GivenOutputs, NodeId, Run } from '@sluice/schema';

/** What a node brought in a run, to be pinned; undefined when it brought nothing that could be. */
export function givenByRun(run: Run | undefined, nodeId: NodeId): GivenOutputs | undefined {
  const step = run?.steps[nodeId];
  if (step) {
    const { status, outputs, exits } = step;
    return status === 'succeeded' && outputs ? { outputs, ...(exits && { exits }) } : undefined;
  }
  if (!run || nodeId !== run.triggerId || run.incomplete) return undefined;
  return { outputs: run.triggerOutputs };
}
