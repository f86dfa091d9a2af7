import type { NodeId, RunDetail, StepRun } from '@sluice/schema';
import { useStore } from 'zustand';
import { useDesigner } from '../state/designer-context.ts';

/** The run painted on the canvas; undefined while the canvas shows the drawing alone. */
export function useWatchedRun(): RunDetail | undefined {
  return useStore(useDesigner().watchedRun, (state) => state.run);
}

/** One part of the painted run; the component is drawn again only when that part changes. */
export function useOfWatchedRun<Part>(select: (run: RunDetail | undefined) => Part): Part {
  return useStore(useDesigner().watchedRun, (state) => select(state.run));
}

/** How far one step has come in the painted run. */
export function useWatchedStep(nodeId: NodeId): StepRun | undefined {
  return useOfWatchedRun((run) => run?.steps[nodeId]);
}
