import { CONSTANTS, type NodeId, type StepNode, pillsOf } from '@sluice/schema';

/** One output of an earlier node that a step draws on. */
export interface DrawnOn {
  readonly nodeId: NodeId;
  readonly output: string;
}

/** What a step draws on, each output once, in the order of its inputs. Constants are always the real ones. */
export function drawnOn(step: StepNode): readonly DrawnOn[] {
  const pills = Object.values(step.inputs)
    .flatMap(pillsOf)
    .filter(({ nodeId }) => nodeId !== CONSTANTS);
  const found = new Map(
    pills.map(({ nodeId, output }) => [keyOf({ nodeId, output }), { nodeId, output }]),
  );
  return [...found.values()];
}

/** Tells the outputs of all nodes apart. */
export function keyOf({ nodeId, output }: DrawnOn): string {
  return `${nodeId} ${output}`;
}

/** A value as a person edits it: text as it is, anything else as JSON. */
export function editableText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was typed over a value: of the same kind as that was, if it can be read so; else text. */
export function typedValue(text: string, before: unknown): unknown {
  if (before === undefined || before === null || typeof before === 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
