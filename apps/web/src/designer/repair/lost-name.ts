import type { Flow, NodeId } from '@sluice/schema';

/** What a node was called that has been deleted since the flow was opened. */
export function lostName(nodeId: NodeId, past: readonly Flow[]): string | undefined {
  for (const flow of past.toReversed()) {
    const node = flow.nodes.find((each) => each.id === nodeId);
    if (node) return node.name;
  }
  return undefined;
}
