import { type Flow, type FlowDrawing, flowDrawingSchema, labelSchema } from '@sluice/schema';

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

/** The draft that was not saved when the page was last left; undefined when there is none to be read. */
export function readLocalCopy(store: LocalStore, flowId: string): LocalCopy | undefined {
  try {
    const copy: unknown = JSON.parse(store.getItem(keyOf(flowId)) ?? 'null');
    if (copy === null || typeof copy !== 'object') return undefined;
    const { name, version, nodes, edges, notes } = copy as Partial<LocalCopy>;
    const drawing = flowDrawingSchema.safeParse({ nodes, edges, notes });
    const label = labelSchema.safeParse(name);
    if (!drawing.success || !label.success || typeof version !== 'number') return undefined;
    return { name: label.data, version, ...drawing.data };
  } catch {
    return undefined;
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

function keyOf(flowId: string): string {
  return `sluice.draft.${flowId}`;
}
