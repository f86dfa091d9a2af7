import type { FlowDrawing, FlowNode, NodeId } from './flow.ts';
import type { Values } from '../values/values.ts';

/** What stands for the outputs of a node that is not run: pinned in a draft, or handed to a test. */
export interface GivenOutputs {
  readonly outputs: Values;
  /** The exits it is held to have been left by; absent: those that lead on in the drawing. */
  readonly exits?: readonly string[];
}

/** Characters of JSON that one node's pinned outputs may have. */
export const LONGEST_PINNED = 100_000;
/** Characters of JSON that the pinned outputs of a whole draft may have. */
export const LONGEST_PINNED_IN_ALL = 1_000_000;
/** Levels of nesting that such a value may have. */
const DEEPEST = 64;

/** Why values cannot stand for a node's outputs, in words; undefined when they can. */
export function faultOfGiven(outputs: unknown, longest = LONGEST_PINNED): string | undefined {
  if (outputs === null || typeof outputs !== 'object' || Array.isArray(outputs)) {
    return 'Outputs are an object: a value for each output, by its name.';
  }
  if (isDeeperThan(outputs, DEEPEST)) return `The values are nested more than ${DEEPEST} deep.`;
  const { length } = JSON.stringify(outputs);
  return length > longest
    ? `The values are ${length.toLocaleString('en-GB')} characters long. At most ${longest.toLocaleString('en-GB')} can be kept.`
    : undefined;
}

/** The outputs that are pinned in a draft, by node. */
export function pinnedIn({ nodes }: FlowDrawing): Readonly<Record<NodeId, GivenOutputs>> {
  return Object.fromEntries(
    nodes.flatMap(({ id, pinned, disabled }) => (pinned && !disabled ? [[id, pinned]] : [])),
  );
}

/** The drawing without what is pinned in it: what runs follow and what versions keep. */
export function withoutPinned(drawing: FlowDrawing): FlowDrawing {
  if (!drawing.nodes.some(({ pinned }) => pinned)) return drawing;
  return { ...drawing, nodes: drawing.nodes.map((node) => withPinned(node, undefined)) };
}

/** A node with other outputs pinned to it, or with none. */
export function withPinned<Node extends FlowNode>(
  node: Node,
  pinned: GivenOutputs | undefined,
): Node {
  const { pinned: _before, ...rest } = node;
  return (pinned ? { ...rest, pinned } : rest) as Node;
}

/** Walks without recursion, so that depth itself can do no harm. */
function isDeeperThan(value: object, deepest: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((each) =>
      each !== null && typeof each === 'object' ? Object.values(each) : [],
    );
  }
  return false;
}
