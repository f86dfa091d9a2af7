import {
  type Flow,
  type FlowDrawing,
  type FlowEdit,
  type FlowNode,
  type InputValue,
  type Position,
  type StepNode,
  type Template,
  flowDrawingSchema,
  isPerWay,
  mapTemplates,
} from '@sluice/schema';
import { newId } from './new-id.ts';
import { freeName } from './new-node.ts';

/** Part of a flow: some nodes and the edges among them. */
export function excerpt(flow: FlowDrawing, nodeIds: readonly string[]): FlowDrawing {
  const wanted = new Set(nodeIds);
  return {
    nodes: flow.nodes.filter((node) => wanted.has(node.id)),
    edges: flow.edges.filter((edge) => wanted.has(edge.source) && wanted.has(edge.target)),
  };
}

/** The edits that add a copy of a drawing, moved by an offset, and the ids of the new nodes. */
export function copyingEdits(
  flow: Flow,
  part: FlowDrawing,
  offset: Position,
): { readonly edits: FlowEdit[]; readonly nodeIds: string[] } {
  const ids = new Map(part.nodes.map((node) => [node.id, newId()]));
  const named: FlowNode[] = [...flow.nodes];
  const nodes = part.nodes.map((node) => {
    const copy: FlowNode = {
      ...(node.kind === 'step' ? withPillsOf(node, ids) : node),
      id: ids.get(node.id) ?? newId(),
      name: freeName(node.name, { nodes: named }),
      position: { x: node.position.x + offset.x, y: node.position.y + offset.y },
    };
    named.push(copy);
    return copy;
  });
  const edges = part.edges.flatMap((edge) => {
    const source = ids.get(edge.source);
    const target = ids.get(edge.target);
    return source && target ? [{ ...edge, id: newId(), source, target }] : [];
  });
  const edits = nodes.map((node, position): FlowEdit =>
    position === nodes.length - 1 ? { edit: 'add-node', node, edges } : { edit: 'add-node', node },
  );
  return { edits, nodeIds: nodes.map((node) => node.id) };
}

/** Nodes as text, for the clipboard. */
export function drawingAsText(part: FlowDrawing): string {
  return JSON.stringify({ sluice: 'nodes', ...part }, null, 2);
}

/** Nodes read from pasted text; undefined when it holds none. */
export function drawingFromText(text: string): FlowDrawing | undefined {
  if (!text.includes('"sluice"')) return undefined;
  try {
    const { nodes, edges } = JSON.parse(text) as { nodes?: unknown; edges?: unknown };
    return flowDrawingSchema.safeParse({ nodes, edges }).data;
  } catch {
    return undefined;
  }
}

/** Pills and ways that come from a node copied along come from the copy; all others stay as they are. */
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
