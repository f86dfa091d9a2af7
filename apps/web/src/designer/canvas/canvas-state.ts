import type { Flow, NodeId } from '@sluice/schema';
import {
  type EdgeChange,
  type NodeChange,
  applyEdgeChanges,
  applyNodeChanges,
} from '@xyflow/react';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { type CanvasEdge, type CanvasNode, projectEdges, projectNodes } from './project-flow.ts';

/** What the canvas draws: the flow's projection, with sizes, selection and a drag in progress. */
export interface CanvasState {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
  /** The selected nodes, in the order of the flow; the same list until the selection changes. */
  readonly selectedIds: readonly NodeId[];
  /** The edge whose buttons are shown. */
  readonly pointedEdgeId?: string;
  /** The edge into which what is being dragged would be inserted. */
  readonly dropEdgeId?: string;
  /** Draws the flow as it now is. */
  readonly project: (flow: Flow) => void;
  readonly changeNodes: (changes: NodeChange<CanvasNode>[]) => void;
  readonly changeEdges: (changes: EdgeChange<CanvasEdge>[]) => void;
  /** Selects exactly these nodes and no edge. */
  readonly select: (nodeIds: readonly NodeId[]) => void;
  readonly pointAt: (edgeId: string | undefined) => void;
  readonly dropOn: (edgeId: string | undefined) => void;
}

export type Canvas = StoreApi<CanvasState>;

/** Draws a flow for the first time. */
export function createCanvas(flow: Flow): Canvas {
  return createStore<CanvasState>()((set) => ({
    nodes: projectNodes(flow, []),
    edges: projectEdges(flow, []),
    selectedIds: [],
    project: (next) =>
      set((state) =>
        withNodes(state, projectNodes(next, state.nodes), projectEdges(next, state.edges)),
      ),
    changeNodes: (changes) =>
      set((state) => withNodes(state, applyNodeChanges(changes, state.nodes), state.edges)),
    changeEdges: (changes) => set((state) => ({ edges: applyEdgeChanges(changes, state.edges) })),
    select: (nodeIds) => {
      const wanted = new Set(nodeIds);
      set((state) =>
        withNodes(
          state,
          state.nodes.map((node) => marked(node, wanted.has(node.id))),
          state.edges.map((edge) => marked(edge, false)),
        ),
      );
    },
    pointAt: (edgeId) =>
      set(({ pointedEdgeId: _left, ...rest }) => withEdge(rest, 'pointedEdgeId', edgeId), true),
    dropOn: (edgeId) =>
      set(({ dropEdgeId: _left, ...rest }) => withEdge(rest, 'dropEdgeId', edgeId), true),
  }));
}

function withNodes(
  state: CanvasState,
  nodes: CanvasNode[],
  edges: CanvasEdge[],
): Partial<CanvasState> {
  const selected = nodes.filter((node) => node.selected).map((node) => node.id);
  const same =
    selected.length === state.selectedIds.length &&
    selected.every((id, index) => id === state.selectedIds[index]);
  return { nodes, edges, selectedIds: same ? state.selectedIds : selected };
}

function marked<Item extends { selected?: boolean }>(item: Item, selected: boolean): Item {
  return (item.selected ?? false) === selected ? item : { ...item, selected };
}

function withEdge(
  state: CanvasState,
  name: 'pointedEdgeId' | 'dropEdgeId',
  edgeId: string | undefined,
): CanvasState {
  return edgeId === undefined ? state : { ...state, [name]: edgeId };
}
