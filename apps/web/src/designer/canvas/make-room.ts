import type { Flow, FlowEdge, NodeId, Position } from '@sluice/schema';
import { NODE_WIDTH } from './drawn-exits.ts';
import { following } from './following.ts';

const GAP = 84;
const LEAST_GAP = 24;

/** Where a step that is inserted within an edge stands, and what moves to the right for it. */
export interface Room {
  readonly position: Position;
  readonly positions: Readonly<Record<NodeId, Position>>;
}

/** Keeps the wanted place when it fits between the two ends; otherwise moves what follows aside. */
export function makeRoom(flow: Flow, edge: FlowEdge, wanted: Position): Room {
  const places = new Map(flow.nodes.map((node) => [node.id, node.position]));
  const from = places.get(edge.source);
  const to = places.get(edge.target);
  if (!from || !to) return { position: wanted, positions: {} };
  const fits =
    wanted.x >= from.x + NODE_WIDTH + LEAST_GAP && wanted.x + NODE_WIDTH + LEAST_GAP <= to.x;
  if (fits) return { position: wanted, positions: {} };
  const position = { x: from.x + NODE_WIDTH + GAP, y: to.y };
  const shift = Math.max(0, position.x + NODE_WIDTH + GAP - to.x);
  const positions = [...following(flow.edges, [edge.target])].flatMap((id) => {
    const place = places.get(id);
    return place ? [[id, { x: place.x + shift, y: place.y }] as const] : [];
  });
  return { position, positions: shift > 0 ? Object.fromEntries(positions) : {} };
}
