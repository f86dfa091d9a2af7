import type { Flow, FlowDrawing } from '@sluice/schema';

/** What a browser keeps of a draft until the server has confirmed it. */
export interface LocalCopy extends FlowDrawing {
  readonly name: string;
  /** The version of the draft that it was drawn on. */
  readonly version: number;
}

export type LocalStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the draft in the browser. A full or forbidden store costs the copy, never the work. */
export function keepLocalCopy(store: LocalStore, flow: Flow, version: number): void {
  const { name, nodes, edges, notes } = flow;
  const copy: LocalCopy = { name, version, nodes, edges, ...(notes && { notes }) };
  try {
    store.setItem(keyOf(flow.id), JSON.stringify(copy));
  } catch {
    // The draft is still in memory and on its way to the server.
  }
}

/** Whether the browser keeps a draft of a flow. */
export function hasLocalCopy(store: LocalStore, flowId: string): boolean {
  try {
    return store.getItem(keyOf(flowId)) !== null;
  } catch {
    return false;
  }
}

/** Forgets the copy once the server has the draft. */
export function dropLocalCopy(store: LocalStore, flowId: string): void {
  try {
    store.removeItem(keyOf(flowId));
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

/** The name under which a flow's draft is kept. */
export function keyOf(flowId: string): string {
  return `sluice.draft.${flowId}`;
}
