import type { Flow, FlowProblem, NodeId } from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';

/** Every problem of the drawing, for the panel, and by node, for the badges. */
export interface ProblemsState {
  readonly items: readonly FlowProblem[];
  /** A node's list is the same object until its own problems change. */
  readonly byNode: ReadonlyMap<NodeId, readonly FlowProblem[]>;
}

export type Problems = StoreApi<ProblemsState>;

/** Begins with none, until the drawing has been looked at. */
export function createProblems(): Problems {
  return createStore<ProblemsState>()(() => ({ items: [], byNode: new Map() }));
}

/** Whether nothing changed but where nodes stand, which causes no problem and cures none. */
export function onlyMoved(before: Flow, now: Flow): boolean {
  if (before.edges !== now.edges || before.nodes.length !== now.nodes.length) return false;
  return now.nodes.every((node, index) => {
    const was = before.nodes[index];
    if (node === was) return true;
    if (!was || was.id !== node.id || was.position === node.position) return false;
    return JSON.stringify({ ...was, position: 0 }) === JSON.stringify({ ...node, position: 0 });
  });
}
