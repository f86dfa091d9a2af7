import {
  type Catalogue,
  type Flow,
  type FlowProblem,
  type KnownConnection,
  type NodeId,
  findProblems,
} from '@sluice/schema';
import type { ProblemsState } from './problems.ts';
import { sayProblem } from './say-problem.ts';

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
