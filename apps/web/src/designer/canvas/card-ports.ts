import type { FlowNode } from '@sluice/schema';
import { type NodeHandle, Position } from '@xyflow/react';
import { type DrawnExits, NODE_WIDTH, WAY_IN } from './drawn-exits.ts';

/** Pixels across a port, as `ports.css` draws it. */
const PORT = 11;
/** Pixels from the right side of a card to its way out of a failure. */
const ERROR_INSET = 41;

/**
 * Where the ports of a card are, in pixels from its corner, so that edges can be drawn before the
 * card is, and while it is seen from afar and has none. Holds what `card.css` and `ports.css` say.
 */
export function cardPorts(node: FlowNode, { exits, height }: DrawnExits): NodeHandle[] {
  const wayIn = port({ type: 'target', position: Position.Left }, { x: 1, y: WAY_IN });
  const waysOut = exits.map(({ id, kind, y }) =>
    kind === 'error'
      ? port(
          { id, type: 'source', position: Position.Bottom },
          { x: NODE_WIDTH - ERROR_INSET, y: height },
        )
      : port({ id, type: 'source', position: Position.Right }, { x: NODE_WIDTH, y }),
  );
  return node.kind === 'step' ? [wayIn, ...waysOut] : waysOut;
}

function port(
  which: Pick<NodeHandle, 'id' | 'type' | 'position'>,
  middle: { readonly x: number; readonly y: number },
): NodeHandle {
  return { ...which, x: middle.x - PORT / 2, y: middle.y - PORT / 2, width: PORT, height: PORT };
}
