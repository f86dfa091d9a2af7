import { type EdgeProps, Position, getSmoothStepPath } from '@xyflow/react';
import type { CanvasNode } from './project-flow.ts';

/** Where an edge begins and ends, as React Flow tells it. */
export type EdgeEnds = Pick<
  EdgeProps,
  | 'sourceX'
  | 'sourceY'
  | 'sourcePosition'
  | 'sourceHandleId'
  | 'targetX'
  | 'targetY'
  | 'targetPosition'
>;

/** The line of an edge as an SVG path, and its middle. */
export function edgePath(ends: EdgeEnds) {
  const [path, x, y] = getSmoothStepPath({
    sourceX: ends.sourceX,
    sourceY: ends.sourceY,
    targetX: ends.targetX,
    targetY: ends.targetY,
    sourcePosition: ends.sourcePosition,
    targetPosition: ends.targetPosition,
    borderRadius: 14,
    offset: 22,
    ...bend(ends),
  });
  return { path, x, y };
}

/** Where an edge from an exit of one card to another card begins and ends; undefined when it has no such exit. */
export function endsBetween(
  source: CanvasNode,
  exit: string,
  target: CanvasNode,
): EdgeEnds | undefined {
  const from = source.handles?.find(({ id }) => id === exit);
  const to = target.handles?.find(({ type }) => type === 'target');
  if (!from || !to) return undefined;
  const { width = 0, height = 0 } = from;
  const beneath = from.position === Position.Bottom;
  return {
    sourceHandleId: exit,
    sourceX: source.position.x + from.x + (beneath ? width / 2 : width),
    sourceY: source.position.y + from.y + (beneath ? height : height / 2),
    sourcePosition: from.position,
    targetX: target.position.x + to.x,
    targetY: target.position.y + to.y + (to.height ?? 0) / 2,
    targetPosition: to.position,
  };
}

/**
 * Where the upright part of an edge stands: past the exit's label when there is room, so that the
 * label lies on a straight stretch.
 */
function bend(edge: EdgeEnds): { centerX?: number } {
  const labelled = edge.sourceHandleId !== 'next' && edge.sourcePosition === Position.Right;
  const room = edge.targetX - edge.sourceX;
  if (!labelled || room < 60) return {};
  return { centerX: edge.targetX - 24 };
}
