import type { FlowProblem, NodeId } from '@sluice/schema';
import { useStore } from 'zustand';
import { useDesigner } from '../state/designer-context.ts';
import type { ProblemsState } from './problems.ts';

const none: readonly FlowProblem[] = [];

/** Reads one part of what is wrong with the drawing. */
export function useProblems<Part>(select: (state: ProblemsState) => Part): Part {
  return useStore(useDesigner().problems, select);
}

/** What is wrong with one node. */
export function useProblemsOf(nodeId: NodeId): readonly FlowProblem[] {
  return useProblems((state) => state.byNode.get(nodeId) ?? none);
}
