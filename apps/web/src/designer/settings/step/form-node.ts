import type { FlowNode, InputValue } from '@sluice/schema';

/** What a form of inputs must know of the node that it fills in. */
export interface FormNode {
  readonly id: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly connectionId?: string;
}

/** A node as the form of its inputs sees it: a trigger may have none. */
export function formNode({ id, inputs = {}, connectionId }: FlowNode): FormNode {
  return { id, inputs, ...(connectionId !== undefined && { connectionId }) };
}
