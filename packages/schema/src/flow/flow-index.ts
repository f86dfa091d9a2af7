import type { FlowDrawing, FlowEdge, FlowNode, NodeId } from './flow.ts';

/** A drawing's nodes and edges by id, for questions that are asked of many nodes. */
export interface FlowIndex {
  readonly nodes: ReadonlyMap<NodeId, FlowNode>;
  readonly into: ReadonlyMap<NodeId, readonly FlowEdge[]>;
  readonly outOf: ReadonlyMap<NodeId, readonly FlowEdge[]>;
  /** All nodes that lead to one, worked out once each. */
  upstreamOf(nodeId: NodeId): ReadonlySet<NodeId>;
}

const known = new WeakMap<FlowDrawing['edges'], ReturnType<typeof indexEdges>>();

/** Indexes a drawing; drawings that share their edges share the work. */
export function indexFlow({ nodes, edges }: FlowDrawing): FlowIndex {
  const indexed = known.get(edges) ?? indexEdges(edges);
  known.set(edges, indexed);
  return { nodes: new Map(nodes.map((node) => [node.id, node])), ...indexed };
}

function indexEdges(edges: readonly FlowEdge[]) {
  const into = groupBy(edges, (edge) => edge.target);
  const outOf = groupBy(edges, (edge) => edge.source);
  const upstream = new Map<NodeId, ReadonlySet<NodeId>>();

  /** Without recursion, because a chain may be thousands of nodes long. */
  function upstreamOf(nodeId: NodeId): ReadonlySet<NodeId> {
    const pending = [nodeId];
    for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
      const sources = (into.get(id) ?? []).map((edge) => edge.source);
      // An edge that closes a circle leads to a node that is pending already; it is left out.
      const first = sources.find((source) => !upstream.has(source) && !pending.includes(source));
      if (first !== undefined) {
        pending.push(first);
        continue;
      }
      const found = new Set(sources);
      for (const source of sources) for (const each of upstream.get(source) ?? []) found.add(each);
      upstream.set(id, found);
      pending.pop();
    }
    return upstream.get(nodeId) ?? new Set();
  }

  return { into, outOf, upstreamOf };
}

function groupBy(
  edges: readonly FlowEdge[],
  key: (edge: FlowEdge) => NodeId,
): ReadonlyMap<NodeId, readonly FlowEdge[]> {
  const groups = new Map<NodeId, FlowEdge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group) group.push(edge);
    else groups.set(key(edge), [edge]);
  }
  return groups;
}
