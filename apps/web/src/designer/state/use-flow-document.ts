import { useStore } from 'zustand';
import type { FlowDocumentState } from './flow-document.ts';
import { useDesigner } from './designer-context.ts';

/** Reads one part of the flow being edited; the component is drawn again only when that part changes. */
export function useFlowDocument<Part>(select: (state: FlowDocumentState) => Part): Part {
  return useStore(useDesigner().document, select);
}
