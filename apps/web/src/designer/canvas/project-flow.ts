import type {
  Flow,
  FlowEdge,
  FlowNode,
  FlowNote,
  ManifestIndex,
  NodeId,
  Position,
} from '@sluice/schema';
import type { Edge, Node } from '@xyflow/react';
import { cardPorts } from './card-ports.ts';
import { NODE_WIDTH, drawnExits } from './drawn-exits.ts';
import { type NodeFacts, factsOf, spokenEdge, spokenNode, spokenNote } from './spoken-names.ts';

/** A node as React Flow draws it. `data.node` is the flow's own object, never a copy. */
export type CanvasNode = Node<{ node: FlowNode; takenExits: string; facts: string }, 'node'>;
export type CanvasNote = Node<{ note: FlowNote }, 'note'>;
/** Whatever stands on the canvas. */
export type CanvasItem = CanvasNode | CanvasNote;
export type CanvasEdge = Edge<{ edge: FlowEdge }, 'exit'>;

/** Notes lie beneath edges, also while they are selected: React Flow raises those by 1000. */
const BENEATH = -1001;

/** What the cards of a flow say beside what the flow does. */
export interface Known {
  readonly manifests: ManifestIndex;
  /** What is wrong, by node. */
  readonly problems: ReadonlyMap<NodeId, readonly unknown[]>;
}

/**
 * Projects a flow's notes and nodes onto the canvas.
 *
 * A canvas node whose flow node did not change is handed back as the same object, with the size
 * and selection that React Flow keeps in it, so that only what changed is drawn again.
 */
export function projectNodes(
  flow: Flow,
  before: readonly CanvasItem[],
  { manifests, problems }: Known,
): CanvasItem[] {
  const drawn = new Map(before.map((each) => [each.id, each]));
  const exits = takenExits(flow.edges);
  const facts = factsOf(flow, problems);
  return [
    ...(flow.notes ?? []).map((note) => projectNote(note, drawn.get(note.id))),
    ...flow.nodes.map((node) =>
      projectNode(node, drawn.get(node.id), {
        exits: exits.get(node.id) ?? '',
        facts: facts(node.id),
        manifests,
      }),
    ),
  ];
}

/** Projects a flow's edges; an edge that did not change, nor its ends' names, is the same object as before. */
export function projectEdges(flow: Flow, before: readonly CanvasEdge[]): CanvasEdge[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const names = new Map(flow.nodes.map((node) => [node.id, node.name]));
  return flow.edges.map((edge) => {
    const drawn = known.get(edge.id);
    const ariaLabel = spokenEdge(names.get(edge.source) ?? '', names.get(edge.target) ?? '');
    if (drawn?.data?.edge === edge && drawn.ariaLabel === ariaLabel) return drawn;
    return {
      ...drawn,
      id: edge.id,
      type: 'exit',
      source: edge.source,
      sourceHandle: edge.exit,
      target: edge.target,
      ariaLabel,
      data: { edge },
    };
  });
}

/** Where an item stands in the flow; while it is dragged, the canvas shows it elsewhere. */
export function placeInFlow(item: CanvasItem): Position {
  return item.type === 'note' ? item.data.note.position : item.data.node.position;
}

interface NodeNews {
  readonly exits: string;
  readonly facts: NodeFacts;
  readonly manifests: ManifestIndex;
}

function projectNode(
  node: FlowNode,
  drawn: CanvasItem | undefined,
  { exits, facts, manifests }: NodeNews,
): CanvasNode {
  const spoken = Object.values(facts).join('\n');
  const known = drawn?.type === 'node' ? drawn : undefined;
  const same =
    known?.data.node === node && known.data.takenExits === exits && known.data.facts === spoken;
  if (same && isInPlace(known)) return known;
  const shape = drawnExits(node, manifests.steps.get(node.type), exits);
  return {
    ...known,
    id: node.id,
    type: 'node',
    position: node.position,
    // Known beforehand, so that React Flow need not draw a card to measure it.
    measured: { width: NODE_WIDTH, height: shape.height },
    handles: cardPorts(node, shape),
    data: { node, takenExits: exits, facts: spoken },
    ariaLabel: spokenNode(node, facts),
  };
}

function projectNote(note: FlowNote, drawn: CanvasItem | undefined): CanvasNote {
  const known = drawn?.type === 'note' ? drawn : undefined;
  if (known?.data.note === note && isInPlace(known)) return known;
  return {
    ...known,
    id: note.id,
    type: 'note',
    position: note.position,
    width: note.width,
    height: note.height,
    measured: { width: note.width, height: note.height },
    zIndex: BENEATH,
    data: { note },
    ariaLabel: spokenNote(note),
  };
}

/** A dragged or nudged item stands elsewhere than in the flow until its move becomes an edit. */
function isInPlace(drawn: CanvasItem): boolean {
  const { x, y } = placeInFlow(drawn);
  return drawn.position.x === x && drawn.position.y === y;
}

/** The exits of each node that an edge leaves by, as one text, so that they compare by value. */
function takenExits(edges: readonly FlowEdge[]): Map<string, string> {
  const exits = new Map<string, Set<string>>();
  for (const { source, exit } of edges) {
    const known = exits.get(source);
    if (known) known.add(exit);
    else exits.set(source, new Set([exit]));
  }
  return new Map([...exits].map(([id, taken]) => [id, [...taken].sort().join(' ')]));
}
