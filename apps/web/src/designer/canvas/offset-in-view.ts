import type { FlowDrawing, Position } from '@sluice/schema';
import type { ReactFlowInstance } from '@xyflow/react';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

/** How far a copy stands from what it is a copy of, when both are in sight. */
const BESIDE = { x: 32, y: 92 };

interface Wanted extends Pick<ReactFlowInstance, 'screenToFlowPosition'> {
  /** Where the corner of what is pasted shall be. */
  readonly at: Position | undefined;
}

/** How far pasted things move: to the wanted place, or into the middle of what is seen if they would not be. */
export function offsetInView(
  { nodes, notes = [] }: FlowDrawing,
  { at, screenToFlowPosition }: Wanted,
): Position {
  const places = [...nodes, ...notes].map(({ position }) => position);
  if (places.length === 0) return BESIDE;
  const corner = {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
  if (at) return { x: Math.round(at.x - corner.x), y: Math.round(at.y - corner.y) };
  const view = document.querySelector('main .canvas')?.getBoundingClientRect();
  if (!view) return BESIDE;
  const from = screenToFlowPosition({ x: view.left, y: view.top });
  const to = screenToFlowPosition({ x: view.right, y: view.bottom });
  const seen =
    corner.x > from.x &&
    corner.x < to.x - NODE_WIDTH - BESIDE.x &&
    corner.y > from.y &&
    corner.y < to.y - NODE_HEIGHT - BESIDE.y;
  return seen
    ? BESIDE
    : {
        x: Math.round((from.x + to.x - NODE_WIDTH) / 2 - corner.x),
        y: Math.round((from.y + to.y - NODE_HEIGHT) / 2 - corner.y),
      };
}
