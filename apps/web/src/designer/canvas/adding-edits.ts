import { type Flow, type FlowEdge, type FlowEdit, type FlowNode, canConnect } from '@sluice/schema';
import type { LooseEnd } from '../state/screen.ts';
import { makeRoom } from './make-room.ts';
import { newId } from '../state/new-id.ts';

/**
 * The edits that add a node and join it where it was asked for: after an exit, or within an edge,
 * which then goes on by the given exit of the new node.
 */
export function addingEdits(
  flow: Flow,
  node: FlowNode,
  { end, exit }: { readonly end: LooseEnd | undefined; readonly exit: string },
): FlowEdit[] {
  if (!end || node.kind === 'trigger') return [{ edit: 'add-node', node }];
  if ('source' in end) {
    return [{ edit: 'add-node', node, edges: [{ id: newId(), ...end, target: node.id }] }];
  }
  const edge = flow.edges.find((each) => each.id === end.edgeId);
  if (!edge) return [{ edit: 'add-node', node }];
  const { position, positions } = makeRoom(flow, edge, node.position);
  return [
    { edit: 'disconnect', edgeIds: [edge.id] },
    { edit: 'move-nodes', positions },
    {
      edit: 'add-node',
      node: { ...node, position },
      edges: [
        { id: newId(), source: edge.source, exit: edge.exit, target: node.id },
        { id: newId(), source: node.id, exit, target: edge.target },
      ],
    },
  ];
}

/** The edits that delete nodes and join what came before each to what came after it. */
export function bridgingEdits(flow: Flow, nodeIds: readonly string[]): FlowEdit[] {
  const gone = new Set(nodeIds);
  const edges = flow.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target));
  const bridges: FlowEdge[] = [];
  for (const into of flow.edges) {
    if (gone.has(into.source) || !gone.has(into.target)) continue;
    for (const target of beyond(flow, into.target, gone)) {
      const bridge = { id: newId(), source: into.source, exit: into.exit, target };
      if (canConnect({ ...flow, edges: [...edges, ...bridges] }, bridge) === undefined)
        bridges.push(bridge);
    }
  }
  return [
    { edit: 'remove-nodes', nodeIds },
    ...bridges.map((edge): FlowEdit => ({ edit: 'connect', edge })),
  ];
}

/** The kept nodes that follow a deleted one, by any way but its failure. */
function beyond(flow: Flow, nodeId: string, gone: ReadonlySet<string>): string[] {
  return flow.edges
    .filter((edge) => edge.source === nodeId && edge.exit !== 'error')
    .flatMap((edge) => (gone.has(edge.target) ? beyond(flow, edge.target, gone) : [edge.target]));
}
