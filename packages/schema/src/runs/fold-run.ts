import type { NodeId } from '../flow/flow.ts';
import type { RunEvent, StepEvent } from './run-event.ts';
import { type Run, type StepRun, openRun, reduceRun, reduceStep, withSteps } from './run.ts';

/** Folds a run's whole history; the first event must be its `run.started`. */
export function foldRun(events: readonly RunEvent[]): Run {
  const [first, ...rest] = events;
  if (first?.type !== 'run.started') throw new Error('A run begins with run.started.');
  return foldFurther(openRun(first), rest);
}

/**
 * Returns the run as it stands after more events: the same as `reduceRun` for one after the other, but
 * its steps are copied once for many, which of a thousand steps makes the difference.
 */
export function foldFurther(run: Run, events: readonly RunEvent[]): Run {
  let folded = run;
  let changed: Record<NodeId, StepRun> = {};
  for (const event of events) {
    if (isOfStepAlone(event)) {
      const before = changed[event.nodeId] ?? folded.steps[event.nodeId];
      changed[event.nodeId] = reduceStep(before, event);
    } else {
      folded = reduceRun(settled(folded, changed), event);
      changed = {};
    }
  }
  return settled(folded, changed);
}

/** Whether an event changes nothing of the run but its step. */
function isOfStepAlone(event: RunEvent): event is StepEvent {
  return 'nodeId' in event && (event.type !== 'step.succeeded' || event.answer === undefined);
}

function settled(run: Run, changed: Readonly<Record<NodeId, StepRun>>): Run {
  return Object.keys(changed).length === 0 ? run : withSteps(run, changed);
}
