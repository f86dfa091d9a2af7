import type { FlowDrawing, NodeId } from './flow.ts';

/** The nodes whose outputs a step may use: all that lead to it, nearest first. */
export function upstreamOf(flow: FlowDrawing, nodeId: NodeId): readonly NodeId[] {
  const found = new Set<NodeId>();
  let frontier = [nodeId];
  while (frontier.length > 0) {
    const near = new Set(frontier);
    frontier = flow.edges
      .filter((edge) => near.has(edge.target) && !found.has(edge.source) && edge.source !== nodeId)
      .map((edge) => edge.source);
    for (const id of frontier) found.add(id);
  }
  return [...found];
}
