import { useStore } from 'zustand';
import { useDesigner } from './designer-context.ts';
import type { ScreenState } from './screen.ts';

/** Reads one part of what is open on the screen. */
export function useScreen<Part>(select: (state: ScreenState) => Part): Part {
  return useStore(useDesigner().screen, select);
}
