import type { Flow, ManifestIndex, NodeId, Position } from '@sluice/schema';
import { NODE_WIDTH, drawnExits } from './drawn-exits.ts';

/** Where something stands on the canvas and how much room it takes, in pixels of the canvas. */
export interface Box extends Position {
  readonly id: NodeId;
  readonly width: number;
  readonly height: number;
}

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export type Axis = 'across' | 'down';

/** The boxes of some nodes and notes of a flow. */
export function boxesOf(flow: Flow, ids: readonly NodeId[], index: ManifestIndex): Box[] {
  const wanted = new Set(ids);
  return [
    ...flow.nodes
      .filter(({ id }) => wanted.has(id))
      .map((node) => ({
        id: node.id,
        ...node.position,
        width: NODE_WIDTH,
        height: drawnExits(node, index.steps.get(node.type), '').height,
      })),
    ...(flow.notes ?? [])
      .filter(({ id }) => wanted.has(id))
      .map(({ id, position, width, height }) => ({ id, ...position, width, height })),
  ];
}

/** New places that put one side, or the middles, of all boxes on a line. */
export function align(boxes: readonly Box[], how: Alignment): Record<NodeId, Position> {
  const { left, right, top, bottom } = around(boxes);
  return placed(boxes, ({ x, y, width, height }) => {
    switch (how) {
      case 'left':
        return { x: left, y };
      case 'right':
        return { x: right - width, y };
      case 'centre':
        return { x: (left + right - width) / 2, y };
      case 'top':
        return { x, y: top };
      case 'bottom':
        return { x, y: bottom - height };
      case 'middle':
        return { x, y: (top + bottom - height) / 2 };
    }
  });
}

/** New places with the same gap between each box and the next; the outermost two stay. */
export function distribute(boxes: readonly Box[], axis: Axis): Record<NodeId, Position> {
  const [start, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const ordered = boxes.toSorted((one, other) => one[start] - other[start]);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last || ordered.length < 3) return {};
  const room = last[start] + last[size] - first[start];
  const gap = (room - ordered.reduce((sum, box) => sum + box[size], 0)) / (ordered.length - 1);
  let next = first[start];
  return placed(ordered, (box) => {
    const place = { x: box.x, y: box.y, [start]: next };
    next += box[size] + gap;
    return place;
  });
}

/** The rectangle around all boxes. */
export function around(boxes: readonly Box[]) {
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** The new places of those that do not stand there already. */
function placed(boxes: readonly Box[], place: (box: Box) => Position): Record<NodeId, Position> {
  return Object.fromEntries(
    boxes.flatMap((box) => {
      const { x, y } = place(box);
      const to = { x: Math.round(x), y: Math.round(y) };
      return to.x === box.x && to.y === box.y ? [] : [[box.id, to]];
    }),
  );
}
