import type { NodeId, Position } from '@sluice/schema';

/** Where on the screen a menu about a node opens: at its right side; without its card, in the middle. */
export function anchorOf(nodeId: NodeId): Position {
  const card = document
    .querySelector(`main .react-flow__node[data-id="${nodeId}"], .flow-list [data-id="${nodeId}"]`)
    ?.getBoundingClientRect();
  return card
    ? { x: Math.min(card.right, innerWidth - 320), y: card.top }
    : { x: innerWidth / 2, y: innerHeight / 3 };
}
