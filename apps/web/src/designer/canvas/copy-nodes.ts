import {
  type Flow,
  type FlowDrawing,
  type FlowEdit,
  type FlowNode,
  type InputValue,
  type NodeId,
  type Position,
  type StepNode,
  type Template,
  isPerWay,
  mapTemplates,
} from '@sluice/schema';
import { newId } from '../state/new-id.ts';
import { freeName } from './new-node.ts';

/** Part of a flow: some nodes and notes, and the edges among them. */
export function excerpt(flow: FlowDrawing, ids: readonly string[]): FlowDrawing {
  const wanted = new Set(ids);
  const notes = flow.notes?.filter((note) => wanted.has(note.id)) ?? [];
  return {
    nodes: flow.nodes.filter((node) => wanted.has(node.id)),
    edges: flow.edges.filter((edge) => wanted.has(edge.source) && wanted.has(edge.target)),
    ...(notes.length > 0 && { notes }),
  };
}

interface Copying {
  readonly offset: Position;
  /** Nodes of the flow that stand in for others which were not copied along, by those ones' ids. */
  readonly standIns?: ReadonlyMap<NodeId, NodeId>;
}

/** The edits that add a copy of a drawing, moved by an offset, and the ids of what is new. */
export function copyingEdits(
  flow: Flow,
  part: FlowDrawing,
  { offset, standIns = new Map() }: Copying,
): { readonly edits: FlowEdit[]; readonly ids: NodeId[] } {
  const fresh = new Map(part.nodes.map((node) => [node.id, newId()]));
  const sources = new Map([...standIns, ...fresh]);
  const there = ({ x, y }: Position) => ({ x: x + offset.x, y: y + offset.y });
  const named: FlowNode[] = [...flow.nodes];
  const nodes = part.nodes.map((node) => {
    const copy: FlowNode = {
      ...(node.kind === 'step' ? withPillsOf(node, sources) : node),
      id: fresh.get(node.id) ?? newId(),
      name: freeName(node.name, { nodes: named }),
      position: there(node.position),
    };
    named.push(copy);
    return copy;
  });
  const edges = part.edges.flatMap((edge) => {
    const source = fresh.get(edge.source);
    const target = fresh.get(edge.target);
    return source && target ? [{ ...edge, id: newId(), source, target }] : [];
  });
  const notes = (part.notes ?? []).map((note) => ({
    ...note,
    id: newId(),
    position: there(note.position),
  }));
  const edits: FlowEdit[] = [
    ...nodes.map((node, position): FlowEdit =>
      // Edges come with the last node, when both their ends are there.
      position === nodes.length - 1
        ? { edit: 'add-node', node, edges }
        : { edit: 'add-node', node },
    ),
    ...notes.map((note): FlowEdit => ({ edit: 'add-note', note })),
  ];
  return { edits, ids: [...notes, ...nodes].map(({ id }) => id) };
}

/** Pills and ways that come from a node copied along come from the copy; others stay as they are. */
function withPillsOf(node: StepNode, ids: ReadonlyMap<string, string>): StepNode {
  const template = (value: Template): Template =>
    value.map((part) =>
      'pill' in part
        ? { pill: { ...part.pill, nodeId: ids.get(part.pill.nodeId) ?? part.pill.nodeId } }
        : part,
    );
  const inputs = Object.entries(node.inputs).map(([name, value]): [string, InputValue] => [
    name,
    withWaysOf(mapTemplates(value, template), ids),
  ]);
  return { ...node, inputs: Object.fromEntries(inputs) };
}

function withWaysOf(value: InputValue, ids: ReadonlyMap<string, string>): InputValue {
  if (!isPerWay(value)) return value;
  const perWay = value.perWay.map((line) => ({
    ...line,
    values: line.values.map((way) => ({ ...way, source: ids.get(way.source) ?? way.source })),
  }));
  return { perWay };
}
