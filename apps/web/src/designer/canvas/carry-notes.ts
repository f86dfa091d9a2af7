import type { FlowDrawing, FlowNote, NodeId, Position } from '@sluice/schema';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

/** Moves each note as far as the node nearest to it moves, so that it stays beside what it is about. */
export function carryNotes(
  { nodes, notes = [] }: FlowDrawing,
  positions: Readonly<Record<NodeId, Position>>,
): Record<NodeId, Position> {
  const carried = notes.flatMap((note): [NodeId, Position][] => {
    const [nearest] = nodes.toSorted(
      (one, other) => distance(note, one.position) - distance(note, other.position),
    );
    const to = nearest && positions[nearest.id];
    if (!to) return [];
    const x = note.position.x + to.x - nearest.position.x;
    const y = note.position.y + to.y - nearest.position.y;
    return [[note.id, { x, y }]];
  });
  return { ...positions, ...Object.fromEntries(carried) };
}

/** From the middle of a note to the middle of a card. */
function distance({ position, width, height }: FlowNote, card: Position): number {
  return Math.hypot(
    position.x + width / 2 - card.x - NODE_WIDTH / 2,
    position.y + height / 2 - card.y - NODE_HEIGHT / 2,
  );
}
