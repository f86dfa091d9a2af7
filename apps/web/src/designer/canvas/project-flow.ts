import type { Flow, FlowEdge, FlowNode } from '@sluice/schema';
import type { Edge, Node } from '@xyflow/react';

/** A node as React Flow draws it. `data.node` is the flow's own object, never a copy. */
export type CanvasNode = Node<{ node: FlowNode; takenExits: string }, 'node'>;
export type CanvasEdge = Edge<{ edge: FlowEdge }, 'exit'>;

/**
 * Projects a flow's nodes onto the canvas.
 *
 * A canvas node whose flow node did not change is handed back as the same object, with the size
 * and selection that React Flow keeps in it, so that only what changed is drawn again.
 */
export function projectNodes(flow: Flow, before: readonly CanvasNode[]): CanvasNode[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const exits = takenExits(flow.edges);
  return flow.nodes.map((node) => projectNode(node, exits.get(node.id) ?? '', known.get(node.id)));
}

/** Projects a flow's edges; an edge that did not change, nor its ends' names, is the same object as before. */
export function projectEdges(flow: Flow, before: readonly CanvasEdge[]): CanvasEdge[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const names = new Map(flow.nodes.map((node) => [node.id, node.name]));
  return flow.edges.map((edge) => {
    const drawn = known.get(edge.id);
    const ariaLabel = `Edge from ${names.get(edge.source)} to ${names.get(edge.target)}`;
    if (drawn?.data?.edge === edge && drawn.ariaLabel === ariaLabel) return drawn;
    return {
      ...drawn,
      id: edge.id,
      type: 'exit',
      source: edge.source,
      sourceHandle: edge.exit,
      target: edge.target,
      ariaLabel,
      data: { edge },
    };
  });
}

function projectNode(node: FlowNode, exits: string, drawn: CanvasNode | undefined): CanvasNode {
  if (drawn?.data.node === node && drawn.data.takenExits === exits && isInPlace(drawn))
    return drawn;
  return {
    ...drawn,
    id: node.id,
    type: 'node',
    position: node.position,
    data: { node, takenExits: exits },
    ariaLabel: `${node.name}, ${node.kind}${node.disabled ? ', disabled' : ''}`,
  };
}

/** A dragged or nudged node stands elsewhere than in the flow until its move becomes an edit. */
function isInPlace(drawn: CanvasNode): boolean {
  const { x, y } = drawn.data.node.position;
  return drawn.position.x === x && drawn.position.y === y;
}

/** The exits of each node that an edge leaves by, as one text, so that they compare by value. */
function takenExits(edges: readonly FlowEdge[]): Map<string, string> {
  const exits = new Map<string, Set<string>>();
  for (const { source, exit } of edges) {
    const known = exits.get(source);
    if (known) known.add(exit);
    else exits.set(source, new Set([exit]));
  }
  return new Map([...exits].map(([id, taken]) => [id, [...taken].sort().join(' ')]));
}
