import { flowDrawingSchema, labelSchema } from '@sluice/schema';
import { type LocalCopy, type LocalStore, keyOf } from './local-copy.ts';

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
