import { StepError, type TriggerDefinition } from '@sluice/connector-kit';
import { type FlowDrawing, type FlowProblem, problemOf } from '@sluice/schema';
import { triggerInputs } from '../triggers/trigger-inputs.ts';

/** What a declaration alone does not show: schedules that name no times. */
export function scheduleProblems(
  { nodes }: FlowDrawing,
  findTrigger: (type: string) => TriggerDefinition | undefined,
): readonly FlowProblem[] {
  return nodes.flatMap((node): FlowProblem[] => {
    const definition = node.kind === 'trigger' ? findTrigger(node.type) : undefined;
    if (node.kind !== 'trigger' || node.disabled || !definition?.schedule) return [];
    try {
      definition.schedule.describe(triggerInputs(node, definition));
      return [];
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      const { message, hint, input } = error.failure;
      const about = { node: node.name, reason: message, hint: hint ?? 'Open it and correct it.' };
      const found = problemOf('no-times', about, input === undefined ? {} : { input });
      return [{ ...found, nodeId: node.id }];
    }
  });
}
