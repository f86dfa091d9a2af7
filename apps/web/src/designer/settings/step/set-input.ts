import { type InputValue, type FlowNode, isConditions, isEntries, isPerWay } from '@sluice/schema';

/** Returns the node with another value for one input; undefined leaves the input out. */
export function setInput<Node extends FlowNode>(
  node: Node,
  name: string,
  value: InputValue | undefined,
): Node {
  const { [name]: _old, ...inputs } = node.inputs ?? {};
  return { ...node, inputs: value === undefined ? inputs : { ...inputs, [name]: value } };
}

/** What an input becomes when everything in it was deleted: left out, as if never touched. */
export function whenTyped(value: InputValue): InputValue | undefined {
  return partsOf(value).length === 0 ? undefined : value;
}

function partsOf(value: InputValue): readonly unknown[] {
  if (isEntries(value)) return value.entries;
  if (isPerWay(value)) return value.perWay;
  return isConditions(value) ? value.sets : value;
}
