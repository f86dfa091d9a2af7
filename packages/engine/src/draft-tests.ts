import { type Failure, type GivenOutputs, type RunEvent, errorExit } from '@sluice/schema';
import type { PlannedNode } from './plan-flow.ts';

/** What happens at a step whose outputs were handed to the run: it is passed over, as if it had run. */
export function passOver(
  { node, waysOut }: PlannedNode,
  { outputs, exits }: GivenOutputs,
  at: string,
): RunEvent {
  const leading = waysOut.map(({ exit }) => exit).filter((exit) => exit !== errorExit.id);
  return {
    type: 'step.succeeded',
    at,
    nodeId: node.id,
    outputs,
    exits: exits ?? [...new Set(leading)],
    given: true,
  };
}

/** How a test of one step ends that was in flight when its process ended: it is not done once more. */
export const interruptedTest: Failure = {
  code: 'interrupted',
  message: 'The test was interrupted, and what it had begun may have been done.',
  hint: 'Look in the other system, then test again. A test is never repeated by itself.',
  outcomeUnknown: true,
};
