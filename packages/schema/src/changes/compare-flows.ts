import type { FlowDrawing, FlowEdge, FlowNode, NodeId } from '../flow/flow.ts';
import { nodeFields } from './node-fields.ts';
import type { FlowNote } from '../flow/note.ts';
import { sameValue } from '../values/same-value.ts';

/** How a drawing differs from an earlier one: nodes from left to right, edges, then notes. */
export interface FlowComparison {
  readonly nodes: readonly NodeChange[];
  readonly notes: readonly NoteChange[];
  readonly edges: readonly EdgeChange[];
}

/** What became of one node. Nodes are known by their ids, so a new name is a change like any other. */
export type NodeChange =
  | { readonly change: 'added' | 'removed'; readonly node: FlowNode }
  | {
      /** `moved`: it only stands elsewhere. */
      readonly change: 'changed' | 'moved';
      readonly before: FlowNode;
      readonly node: FlowNode;
      /** What is set up differently; empty for one that only moved. */
      readonly fields: readonly FieldChange[];
      /** Whether it stands elsewhere. */
      readonly moved: boolean;
    };

/** One field of a node, by its name in `nodeFields`, as it was and as it is; undefined for left out. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one note; `moved` also when it only has another size. */
export interface NoteChange {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly note: FlowNote;
  /** As it was, unless it was added. */
  readonly before?: FlowNote;
}

/** Edges are the same when they join the same, whatever their ids. */
export interface EdgeChange {
  readonly change: 'added' | 'removed';
  readonly edge: FlowEdge;
}

/**
 * Compares a drawing with a later one. In which order nodes, edges and keys are stored makes no
 * difference, neither to what is found nor to the order in which it is told.
 */
export function compareFlows(before: FlowDrawing, after: FlowDrawing): FlowComparison {
  return {
    nodes: nodeChanges(before, after),
    edges: edgeChanges(before, after),
    notes: noteChanges(before.notes ?? [], after.notes ?? []),
  };
}

/** Whether two drawings do the same. Where nodes stand does not count, and notes do nothing. */
export function doSame({ nodes, edges }: FlowComparison): boolean {
  return edges.length === 0 && nodes.every(({ change }) => change === 'moved');
}

/** Whether two drawings differ in nothing at all. */
export function isSameDrawing({ nodes, edges, notes }: FlowComparison): boolean {
  return nodes.length + edges.length + notes.length === 0;
}

function nodeChanges(before: FlowDrawing, after: FlowDrawing): readonly NodeChange[] {
  const was = byId(before.nodes);
  const is = byId(after.nodes);
  const removed = before.nodes.filter((node) => !is.has(node.id));
  const kept = after.nodes.flatMap((node): NodeChange[] => {
    const earlier = was.get(node.id);
    if (!earlier) return [{ change: 'added', node }];
    const fields = fieldChanges(earlier, node);
    const moved = !sameValue(earlier.position, node.position);
    if (fields.length === 0 && !moved) return [];
    const change = fields.length > 0 ? 'changed' : 'moved';
    return [{ change, before: earlier, node, fields, moved }];
  });
  return [...kept, ...removed.map((node): NodeChange => ({ change: 'removed', node }))].sort(
    (one, other) => byPlace(one.node, other.node),
  );
}

/** Every field in which two nodes differ, in the order in which the nodes have them. */
function fieldChanges(before: FlowNode, after: FlowNode): readonly FieldChange[] {
  if (before === after) return [];
  const was = nodeFields(before);
  const is = nodeFields(after);
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((each) => !sameValue(each.before, each.after))
    .sort((one, other) => rank(one.field) - rank(other.field) || byName(one, other));
}

/** What a builder looks for first: what it is called, what goes in, how it is treated. */
const order = ['name', 'type', 'disabled', 'connectionId', 'inputs'];

function rank(field: string): number {
  const place = order.indexOf(field.split('.')[0] ?? '');
  return place < 0 ? order.length : place;
}

function byName(one: FieldChange, other: FieldChange): number {
  return one.field < other.field ? -1 : 1;
}

function noteChanges(before: readonly FlowNote[], after: readonly FlowNote[]): NoteChange[] {
  const was = byId(before);
  const is = byId(after);
  const kept = after.flatMap((note): NoteChange[] => {
    const earlier = was.get(note.id);
    if (!earlier) return [{ change: 'added', note }];
    if (sameValue(earlier, note)) return [];
    const saysSame = earlier.text === note.text && earlier.tone === note.tone;
    return [{ change: saysSame ? 'moved' : 'changed', note, before: earlier }];
  });
  const removed = before.filter((note) => !is.has(note.id));
  return [
    ...kept,
    ...removed.map((note): NoteChange => ({ change: 'removed', note, before: note })),
  ].sort((one, other) => byPlace(one.note, other.note));
}

function edgeChanges(before: FlowDrawing, after: FlowDrawing): readonly EdgeChange[] {
  const was = new Map(before.edges.map((edge) => [wayOf(edge), edge]));
  const is = new Map(after.edges.map((edge) => [wayOf(edge), edge]));
  const nodes = byId([...before.nodes, ...after.nodes]);
  const added = [...is].filter(([way]) => !was.has(way)).map(([, edge]) => edge);
  const removed = [...was].filter(([way]) => !is.has(way)).map(([, edge]) => edge);
  return [
    ...added.map((edge): EdgeChange => ({ change: 'added', edge })),
    ...removed.map((edge): EdgeChange => ({ change: 'removed', edge })),
  ].sort((one, other) => bySource(one.edge, other.edge, nodes));
}

function bySource(one: FlowEdge, other: FlowEdge, nodes: ReadonlyMap<NodeId, FlowNode>): number {
  const [from, otherFrom] = [nodes.get(one.source), nodes.get(other.source)];
  const place = from && otherFrom ? byPlace(from, otherFrom) : 0;
  return place || (wayOf(one) < wayOf(other) ? -1 : 1);
}

type Placed = Pick<FlowNode, 'id' | 'position'>;

function byPlace(one: Placed, other: Placed): number {
  const across = one.position.x - other.position.x || one.position.y - other.position.y;
  if (across !== 0 || one.id === other.id) return across;
  return one.id < other.id ? -1 : 1;
}

function byId<Item extends Placed>(nodes: readonly Item[]): ReadonlyMap<NodeId, Item> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function wayOf({ source, exit, target }: FlowEdge): string {
  return `${source} ${exit} ${target}`;
}
