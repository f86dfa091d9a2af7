import type { FlowNode, Position } from '@sluice/schema';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

const GAP_X = 84;
/** Room for the label of an exit. */
const LABEL_X = 72;
const GAP_Y = 36;

/** Where a step that follows `before` stands: to its right, beneath what is already there. */
export function placeAfter(
  before: FlowNode,
  nodes: readonly FlowNode[],
  exit: string | undefined,
): Position {
  const gap = exit === undefined || exit === 'next' ? GAP_X : GAP_X + LABEL_X;
  return nearestFree({ x: before.position.x + NODE_WIDTH + gap, y: before.position.y }, nodes);
}

/** The wanted place, or the next one beneath it where no card is covered. */
export function nearestFree(wanted: Position, nodes: readonly FlowNode[]): Position {
  let { x, y } = { x: Math.round(wanted.x), y: Math.round(wanted.y) };
  while (nodes.some((node) => overlaps(node.position, { x, y }))) y += NODE_HEIGHT + GAP_Y;
  return { x, y };
}

function overlaps(one: Position, other: Position): boolean {
  return (
    Math.abs(one.x - other.x) < NODE_WIDTH + 16 && Math.abs(one.y - other.y) < NODE_HEIGHT + 12
  );
}
