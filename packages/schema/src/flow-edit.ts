import type { Flow, FlowEdge, FlowNode, NodeId, Position } from './flow.ts';

/** The only ways a flow can change. The designer's undo, its autosave and its tests all speak this. */
export type FlowEdit =
  | { readonly edit: 'add-node'; readonly node: FlowNode; readonly edges?: readonly FlowEdge[] }
  | { readonly edit: 'configure-node'; readonly node: FlowNode }
  | { readonly edit: 'move-nodes'; readonly positions: Readonly<Record<NodeId, Position>> }
  | { readonly edit: 'remove-nodes'; readonly nodeIds: readonly NodeId[] }
  | { readonly edit: 'connect'; readonly edge: FlowEdge }
  | { readonly edit: 'disconnect'; readonly edgeIds: readonly string[] }
  | { readonly edit: 'rename'; readonly name: string };

/**
 * Returns the flow after one edit; what cannot be, such as an edge that would make a circle, is left
 * out. Parts that do not change keep their identity, so a card is drawn again only when its own
 * node changed.
 */
export function applyEdit(flow: Flow, edit: FlowEdit): Flow {
  switch (edit.edit) {
    case 'add-node': {
      if (flow.nodes.some((node) => node.id === edit.node.id)) return flow;
      const grown = { ...flow, nodes: [...flow.nodes, edit.node] };
      return (edit.edges ?? []).reduce(connect, grown);
    }
    case 'configure-node':
      return {
        ...flow,
        nodes: flow.nodes.map((node) =>
          node.id === edit.node.id && node.kind === edit.node.kind ? edit.node : node,
        ),
      };
    case 'move-nodes':
      return { ...flow, nodes: flow.nodes.map((node) => moved(node, edit.positions[node.id])) };
    case 'remove-nodes': {
      const gone = new Set(edit.nodeIds);
      return {
        ...flow,
        nodes: flow.nodes.filter((node) => !gone.has(node.id)),
        edges: flow.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target)),
      };
    }
    case 'connect':
      return connect(flow, edit.edge);
    case 'disconnect': {
      const gone = new Set(edit.edgeIds);
      return { ...flow, edges: flow.edges.filter((edge) => !gone.has(edge.id)) };
    }
    case 'rename':
      return { ...flow, name: edit.name };
  }
}

/** The flow with one more edge, or as it was when that edge cannot be. */
function connect(flow: Flow, edge: FlowEdge): Flow {
  const isTaken = flow.edges.some((each) => each.id === edge.id);
  return isTaken || canConnect(flow, edge) !== undefined
    ? flow
    : { ...flow, edges: [...flow.edges, edge] };
}

/** Why two nodes cannot be joined, in words for the person who tried; undefined when they can. */
export function canConnect(
  flow: Flow,
  edge: Pick<FlowEdge, 'source' | 'exit' | 'target'>,
): string | undefined {
  const target = flow.nodes.find((node) => node.id === edge.target);
  if (!target || !flow.nodes.some((node) => node.id === edge.source))
    return 'There is no such step.';
  if (target.kind === 'trigger') return 'A trigger begins a flow; nothing can lead into it.';
  if (edge.source === edge.target || reaches(flow, edge.target, edge.source)) {
    return 'That would make a circle, and the flow would never end.';
  }
  const same = (each: FlowEdge) =>
    each.source === edge.source && each.exit === edge.exit && each.target === edge.target;
  return flow.edges.some(same) ? 'These two are already connected.' : undefined;
}

function reaches(flow: Flow, from: NodeId, to: NodeId): boolean {
  const seen = new Set<NodeId>();
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of flow.edges) if (edge.source === id) pending.push(edge.target);
  }
  return false;
}

function moved(node: FlowNode, position: Position | undefined): FlowNode {
  return position ? { ...node, position } : node;
}
