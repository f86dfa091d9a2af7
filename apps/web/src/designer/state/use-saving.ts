import { useStore } from 'zustand';
import { useDesigner } from './designer-context.ts';
import type { SavingState } from './saving.ts';

/** Reads how far the draft has been saved. */
export function useSaving<Part>(select: (state: SavingState) => Part): Part {
  return useStore(useDesigner().saving, select);
}
