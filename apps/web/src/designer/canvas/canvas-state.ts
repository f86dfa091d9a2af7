import type { Flow, ManifestIndex, NodeId } from '@sluice/schema';
import {
  type EdgeChange,
  type NodeChange,
  applyEdgeChanges,
  applyNodeChanges,
} from '@xyflow/react';
import { type StoreApi, createStore } from 'zustand/vanilla';
import {
  type CanvasEdge,
  type CanvasItem,
  type Known,
  projectEdges,
  projectNodes,
} from './project-flow.ts';
import { sameIds } from './same-ids.ts';

/** What the canvas draws: the flow's projection, with sizes, selection and a drag in progress. */
export interface CanvasState {
  readonly nodes: CanvasItem[];
  readonly edges: CanvasEdge[];
  /** The selected notes and nodes, in the order of the flow; the same list until that changes. */
  readonly selectedIds: readonly NodeId[];
  /** The edge whose buttons are shown. */
  readonly pointedEdgeId?: string;
  /** The edge into which what is being dragged would be inserted. */
  readonly dropEdgeId?: string;
  /** The note whose text is being written. */
  readonly writtenNoteId?: NodeId;
  /** Draws the flow as it now is, and says of each node how many problems it has. */
  readonly project: (flow: Flow, problems?: ProblemsByNode) => void;
  readonly changeNodes: (changes: NodeChange<CanvasItem>[]) => void;
  readonly changeEdges: (changes: EdgeChange<CanvasEdge>[]) => void;
  /** Selects exactly these notes and nodes, and no edge. */
  readonly select: (ids: readonly NodeId[]) => void;
  /** Selects exactly this edge. */
  readonly selectEdge: (edgeId: string) => void;
  readonly write: (noteId: NodeId | undefined) => void;
  readonly pointAt: (edgeId: string | undefined) => void;
  readonly dropOn: (edgeId: string | undefined) => void;
}

type ProblemsByNode = Known['problems'];

export type Canvas = StoreApi<CanvasState>;

/** Draws a flow for the first time. */
export function createCanvas(flow: Flow, manifests: ManifestIndex): Canvas {
  let problems: ProblemsByNode = new Map();
  return createStore<CanvasState>()((set) => ({
    nodes: projectNodes(flow, [], { manifests, problems }),
    edges: projectEdges(flow, []),
    selectedIds: [],
    project: (next, found = problems) => {
      problems = found;
      set((state) =>
        withNodes(
          state,
          projectNodes(next, state.nodes, { manifests, problems }),
          projectEdges(next, state.edges),
        ),
      );
    },
    changeNodes: (changes) =>
      set((state) => withNodes(state, applyNodeChanges(changes, state.nodes), state.edges)),
    changeEdges: (changes) => set((state) => ({ edges: applyEdgeChanges(changes, state.edges) })),
    select: (ids) => {
      const wanted = new Set(ids);
      set((state) =>
        withNodes(
          state,
          state.nodes.map((node) => marked(node, wanted.has(node.id))),
          state.edges.map((edge) => marked(edge, false)),
        ),
      );
    },
    selectEdge: (edgeId) =>
      set((state) =>
        withNodes(
          state,
          state.nodes.map((node) => marked(node, false)),
          state.edges.map((edge) => marked(edge, edge.id === edgeId)),
        ),
      ),
    write: (noteId) =>
      set(({ writtenNoteId: _left, ...rest }) => withId(rest, 'writtenNoteId', noteId), true),
    pointAt: (edgeId) =>
      set(({ pointedEdgeId: _left, ...rest }) => withId(rest, 'pointedEdgeId', edgeId), true),
    dropOn: (edgeId) =>
      set(({ dropEdgeId: _left, ...rest }) => withId(rest, 'dropEdgeId', edgeId), true),
  }));
}

function withNodes(
  state: CanvasState,
  nodes: CanvasItem[],
  edges: CanvasEdge[],
): Partial<CanvasState> {
  const selected = nodes.filter((node) => node.selected).map((node) => node.id);
  const selectedIds = sameIds(selected, state.selectedIds) ? state.selectedIds : selected;
  return { nodes, edges, selectedIds };
}

function marked<Item extends { selected?: boolean }>(item: Item, selected: boolean): Item {
  return (item.selected ?? false) === selected ? item : { ...item, selected };
}

function withId(
  state: CanvasState,
  name: 'pointedEdgeId' | 'dropEdgeId' | 'writtenNoteId',
  id: string | undefined,
): CanvasState {
  return id === undefined ? state : { ...state, [name]: id };
}
