import { useStore } from 'zustand';
import { useDesigner } from '../state/designer-context.ts';
import type { CanvasState } from './canvas-state.ts';

/** Reads one part of what the canvas draws. */
export function useCanvas<Part>(select: (state: CanvasState) => Part): Part {
  return useStore(useDesigner().canvas, select);
}
