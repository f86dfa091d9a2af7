import type { FlowDrawing, NodeId, Position } from '@sluice/schema';
import { NODE_WIDTH, WAY_IN } from './drawn-exits.ts';

/** Pixels between a card and an edge that passes it. */
const LANE = 30;
const GAP = 44;
const PASSES = 4;

/**
 * Moves cards out of the way of edges that pass by them.
 *
 * The layout keeps room for such an edge, but edges here run straight on from an exit and know
 * nothing of that room. So a card that lies on one is moved beneath it, with what is below it.
 */
export function clearLanes(
  drawing: FlowDrawing,
  places: Readonly<Record<NodeId, Position>>,
  height: (nodeId: NodeId) => number,
): Record<NodeId, Position> {
  const cards = new Map(Object.entries(places).map(([id, { x, y }]) => [id, { x, y }]));
  for (let pass = 0; pass < PASSES; pass += 1) {
    let moved = false;
    for (const { source, target } of drawing.edges) {
      const from = cards.get(source);
      const to = cards.get(target);
      if (!from || !to || to.x - from.x < NODE_WIDTH * 2) continue;
      const middle = (from.x + NODE_WIDTH + to.x) / 2;
      for (const [id, card] of cards) {
        if (id === source || id === target) continue;
        const lane = card.x < middle ? from.y + WAY_IN : to.y + WAY_IN;
        const passes = card.x > from.x + NODE_WIDTH && card.x + NODE_WIDTH < to.x;
        const covers = card.y < lane + LANE / 2 && card.y + height(id) > lane - LANE / 2;
        if (!passes || !covers) continue;
        card.y = lane + LANE;
        settleColumn(id, cards, height);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return Object.fromEntries(cards);
}

/** Moves down whatever in a column the moved card now touches. */
function settleColumn(
  movedId: NodeId,
  cards: ReadonlyMap<NodeId, { x: number; y: number }>,
  height: (nodeId: NodeId) => number,
): void {
  const moved = cards.get(movedId);
  if (!moved) return;
  const column = [...cards]
    .filter(([id, card]) => id !== movedId && Math.abs(card.x - moved.x) < NODE_WIDTH)
    .toSorted(([, one], [, other]) => one.y - other.y);
  let bottom = moved.y + height(movedId);
  let top = moved.y;
  for (const [id, card] of column) {
    if (card.y + height(id) + GAP <= top || card.y >= bottom + GAP) continue;
    card.y = bottom + GAP;
    top = card.y;
    bottom = card.y + height(id);
  }
}
