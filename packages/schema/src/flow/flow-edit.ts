import type { Flow, FlowDrawing, FlowEdge, FlowNode, NodeId, Position } from './flow.ts';
import type { FlowNote } from './note.ts';

/** The only ways a flow can change. The designer's undo, its autosave and its tests all speak this. */
export type FlowEdit =
  | { readonly edit: 'add-node'; readonly node: FlowNode; readonly edges?: readonly FlowEdge[] }
  | { readonly edit: 'configure-node'; readonly node: FlowNode }
  /** Puts another node in the place of one, with its edges; `exits` says which exit became which. */
  | {
      readonly edit: 'replace-node';
      readonly nodeId: NodeId;
      readonly node: FlowNode;
      readonly exits?: Readonly<Record<string, string>>;
    }
  /** Moves notes as well: they are known by ids of the same kind. */
  | { readonly edit: 'move-nodes'; readonly positions: Readonly<Record<NodeId, Position>> }
  /** Removes notes as well. */
  | { readonly edit: 'remove-nodes'; readonly nodeIds: readonly NodeId[] }
  | { readonly edit: 'add-note'; readonly note: FlowNote }
  | { readonly edit: 'change-note'; readonly note: FlowNote }
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
      if (isTaken(flow, edit.node.id)) return flow;
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
    case 'replace-node':
      return replaceNode(flow, edit);
    case 'move-nodes':
      return withNotes(
        { ...flow, nodes: flow.nodes.map((node) => moved(node, edit.positions[node.id])) },
        flow.notes?.map((note) => moved(note, edit.positions[note.id])),
      );
    case 'remove-nodes': {
      const gone = new Set(edit.nodeIds);
      const rest = {
        ...flow,
        nodes: flow.nodes.filter((node) => !gone.has(node.id)),
        edges: flow.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target)),
      };
      return withNotes(
        rest,
        flow.notes?.filter((note) => !gone.has(note.id)),
      );
    }
    case 'add-note':
      return isTaken(flow, edit.note.id)
        ? flow
        : withNotes(flow, [...(flow.notes ?? []), edit.note]);
    case 'change-note':
      return withNotes(
        flow,
        flow.notes?.map((note) => (note.id === edit.note.id ? edit.note : note)),
      );
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

/** The flow with one node in another's place; edges that have become the same are one. */
function replaceNode(
  flow: Flow,
  { nodeId, node, exits = {} }: Extract<FlowEdit, { edit: 'replace-node' }>,
): Flow {
  const old = flow.nodes.find((each) => each.id === nodeId);
  if (old?.kind !== node.kind || (node.id !== nodeId && isTaken(flow, node.id))) return flow;
  const exitOf = (exit: string) => (Object.hasOwn(exits, exit) ? (exits[exit] ?? exit) : exit);
  const edges = flow.edges.map((edge) => {
    if (edge.source === nodeId) return { ...edge, source: node.id, exit: exitOf(edge.exit) };
    return edge.target === nodeId ? { ...edge, target: node.id } : edge;
  });
  const wayOf = ({ source, exit, target }: FlowEdge) => JSON.stringify([source, exit, target]);
  const ways = edges.map(wayOf);
  return {
    ...flow,
    nodes: flow.nodes.map((each) => (each === old ? node : each)),
    edges: edges.filter((_edge, index) => ways.indexOf(ways[index] ?? '') === index),
  };
}

/** The flow with one more edge, or as it was when that edge cannot be. */
function connect(flow: Flow, edge: FlowEdge): Flow {
  const known = flow.edges.some((each) => each.id === edge.id);
  return known || canConnect(flow, edge) !== undefined
    ? flow
    : { ...flow, edges: [...flow.edges, edge] };
}

/** Why two nodes cannot be joined, in words for the person who tried; undefined when they can. */
export function canConnect(
  flow: FlowDrawing,
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

function reaches(flow: FlowDrawing, from: NodeId, to: NodeId): boolean {
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

function moved<Drawn extends FlowNode | FlowNote>(
  drawn: Drawn,
  position: Position | undefined,
): Drawn {
  return position ? { ...drawn, position } : drawn;
}

function isTaken({ nodes, notes = [] }: Flow, id: NodeId): boolean {
  return nodes.some((node) => node.id === id) || notes.some((note) => note.id === id);
}

/** The flow with these notes. What did not change keeps its identity, and an empty list is none. */
function withNotes(flow: Flow, notes: readonly FlowNote[] | undefined): Flow {
  const before = flow.notes ?? [];
  const same =
    notes?.length === before.length && notes.every((note, index) => note === before[index]);
  if (notes === undefined || same) return flow;
  const { notes: _before, ...rest } = flow;
  return notes.length === 0 ? rest : { ...rest, notes };
}
