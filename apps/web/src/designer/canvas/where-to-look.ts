import type { FlowNode, Position } from '@sluice/schema';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

const MARGIN = 40;

/** The middle of all nodes when they fit into the room, else the middle of the one that is wanted. */
export function whereToLook(
  nodes: readonly FlowNode[],
  wanted: Pick<FlowNode, 'position'>,
  room: { readonly width: number; readonly height: number },
): Position {
  const across = span(
    nodes.map(({ position }) => position.x),
    NODE_WIDTH,
  );
  const down = span(
    nodes.map(({ position }) => position.y),
    NODE_HEIGHT,
  );
  const fits = across.length + 2 * MARGIN <= room.width && down.length + 2 * MARGIN <= room.height;
  return fits
    ? { x: across.middle, y: down.middle }
    : { x: wanted.position.x + NODE_WIDTH / 2, y: wanted.position.y + NODE_HEIGHT / 2 };
}

function span(starts: readonly number[], size: number): { length: number; middle: number } {
  const first = starts.reduce((least, each) => Math.min(least, each), Infinity);
  const last = starts.reduce((most, each) => Math.max(most, each), -Infinity) + size;
  return { length: last - first, middle: (first + last) / 2 };
}
