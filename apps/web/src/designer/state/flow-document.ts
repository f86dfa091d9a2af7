import { type Flow, type FlowEdit, applyEdit } from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';

/** The flow being edited and its undo. Nothing that may be lost with the tab belongs in here. */
export interface FlowDocumentState {
  readonly flow: Flow;
  /** Flows to go back to, newest last. */
  readonly past: readonly Flow[];
  /** Flows that were undone, newest last. */
  readonly future: readonly Flow[];
  /** Changes the flow. Edits given together are one gesture, and one undo brings all of them back. */
  readonly edit: (...edits: readonly FlowEdit[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Shows another flow in place of this one and forgets what could be undone. */
  readonly load: (flow: Flow) => void;
}

export type FlowDocument = StoreApi<FlowDocumentState>;

/** How many gestures can be undone. Flows share their unchanged parts, so keeping them is cheap. */
const DEPTH = 200;

/** Opens a flow for editing. One page, one document: nothing is shared between flows. */
export function createFlowDocument(flow: Flow): FlowDocument {
  return createStore<FlowDocumentState>()((set) => ({
    flow,
    past: [],
    future: [],
    edit: (...edits) =>
      set((state) => {
        const next = edits.reduce(applyEdit, state.flow);
        return next === state.flow
          ? state
          : { flow: next, past: [...state.past, state.flow].slice(-DEPTH), future: [] };
      }),
    undo: () =>
      set((state) => {
        const previous = state.past.at(-1);
        return previous
          ? {
              flow: previous,
              past: state.past.slice(0, -1),
              future: [...state.future, state.flow],
            }
          : state;
      }),
    redo: () =>
      set((state) => {
        const next = state.future.at(-1);
        return next
          ? { flow: next, past: [...state.past, state.flow], future: state.future.slice(0, -1) }
          : state;
      }),
    load: (other) => set({ flow: other, past: [], future: [] }),
  }));
}

/** Undoes the latest gesture when called, unless something else has happened to the flow since. */
export function undoOfLatest(document: FlowDocument): () => void {
  const { flow } = document.getState();
  return () => {
    if (document.getState().flow === flow) document.getState().undo();
  };
}
