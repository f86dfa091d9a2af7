import type { FlowEdge, NodeId } from '@sluice/schema';

/** Some nodes and all that follow them, however far. */
export function following(
  edges: readonly FlowEdge[],
  nodeIds: readonly NodeId[],
): ReadonlySet<NodeId> {
  const targets = new Map<NodeId, NodeId[]>();
  for (const { source, target } of edges) {
    const known = targets.get(source);
    if (known) known.push(target);
    else targets.set(source, [target]);
  }
  const found = new Set(nodeIds);
  for (const id of found) for (const target of targets.get(id) ?? []) found.add(target);
  return found;
}
