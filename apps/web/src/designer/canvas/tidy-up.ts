import type { FlowDrawing, NodeId, Position } from '@sluice/schema';
import { clearLanes } from './clear-lanes.ts';
import { NODE_WIDTH } from './drawn-exits.ts';

/**
 * Places for all nodes, left to right along the edges, starting where the drawing's corner now is.
 *
 * The layout library is fetched only when it is first asked for. `height` tells how high a node's
 * card is, in pixels.
 */
export async function tidyUp(
  drawing: FlowDrawing,
  height: (nodeId: NodeId) => number,
): Promise<Record<NodeId, Position>> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 44, ranksep: 100, edgesep: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of drawing.nodes) {
    graph.setNode(node.id, { width: NODE_WIDTH, height: height(node.id) });
  }
  for (const { source, target, exit } of drawing.edges) {
    const labelled = exit !== 'next' && exit !== 'error';
    graph.setEdge(source, target, labelled ? { width: 72, height: 20, labelpos: 'c' } : {});
  }
  layout(graph);

  const laid = drawing.nodes.map((node): [NodeId, Position] => {
    const { x, y } = graph.node(node.id) as Position;
    return [node.id, { x: x - NODE_WIDTH / 2, y: y - height(node.id) / 2 }];
  });
  const cleared = clearLanes(drawing, Object.fromEntries(laid), height);
  const was = cornerOf(drawing.nodes.map((node) => node.position));
  const is = cornerOf(Object.values(cleared));
  return Object.fromEntries(
    Object.entries(cleared).map(([id, { x, y }]) => [
      id,
      { x: Math.round(x - is.x + was.x), y: Math.round(y - is.y + was.y) },
    ]),
  );
}

function cornerOf(positions: readonly Position[]): Position {
  return {
    x: Math.min(...positions.map(({ x }) => x)),
    y: Math.min(...positions.map(({ y }) => y)),
  };
}
