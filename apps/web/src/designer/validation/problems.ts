import {
  type Catalogue,
  type Flow,
  type FlowProblem,
  type KnownConnection,
  type NodeId,
  findProblems,
} from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { sayProblem } from './say-problem.ts';

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

/** What a flow's problems are found by. */
interface Known {
  readonly catalogue: Catalogue;
  /** Undefined until they are known. */
  readonly connections: readonly KnownConnection[] | undefined;
}

/** Finds the problems of a flow, keeping the lists of nodes whose problems did not change. */
export function problemsOf(
  flow: Flow,
  { catalogue, connections }: Known,
  before: ProblemsState,
): ProblemsState {
  const items = findProblems(flow, catalogue, connections).map(sayProblem);
  const byNode = new Map<NodeId, FlowProblem[]>();
  for (const problem of items) {
    if (problem.nodeId === undefined) continue;
    const list = byNode.get(problem.nodeId);
    if (list) list.push(problem);
    else byNode.set(problem.nodeId, [problem]);
  }
  return {
    items,
    byNode: new Map(
      [...byNode].map(([nodeId, list]) => {
        const known = before.byNode.get(nodeId);
        return [nodeId, known && JSON.stringify(known) === JSON.stringify(list) ? known : list];
      }),
    ),
  };
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
