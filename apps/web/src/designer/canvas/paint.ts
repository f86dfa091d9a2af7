import {
  type FlowEdge,
  type NodeId,
  type Run,
  type StepStatus,
  isOver,
  isSettled,
} from '@sluice/schema';

/** How a run shows on an edge: it went this way, it is going this way now, or it never will. */
export type EdgePaint = 'taken' | 'running' | 'dead';

/**
 * How a run shows on a node; `pending`: the run has not come to it yet; `given`: it was not run, its
 * outputs were handed to the run.
 */
export type NodePaint = StepStatus | 'pending' | 'given';

/** What a run did on an edge; undefined while that is not known, or without a run. */
export function paintOfEdge(
  run: Run | undefined,
  edge: Pick<FlowEdge, 'source' | 'exit' | 'target'>,
): EdgePaint | undefined {
  if (!run || (run.only !== undefined && edge.target !== run.only && edge.target !== ''))
    return undefined;
  const exits = exitsTaken(run, edge.source);
  if (!exits) return isOver(run.status) ? 'dead' : undefined;
  if (!exits.includes(edge.exit)) return 'dead';
  const target = run.steps[edge.target];
  const underWay = target ? !isSettled(target) : false;
  return underWay && !isOver(run.status) ? 'running' : 'taken';
}

/** What a run did at a node; undefined without a run. */
export function paintOfNode(run: Run | undefined, nodeId: NodeId): NodePaint | undefined {
  if (!run) return undefined;
  const step = run.steps[nodeId];
  if (step?.given) return 'given';
  // A test of one step says nothing of all others.
  if (run.only !== undefined && !step) return undefined;
  const status = step?.status;
  if (nodeId === run.triggerId) return status ?? (run.incomplete ? 'running' : 'succeeded');
  if (!isOver(run.status)) return status ?? 'pending';
  // A cancelled run leaves steps behind that will never end.
  return status === 'succeeded' || status === 'failed' ? status : 'skipped';
}

/**
 * What a card is marked with. A run that has not come to it yet leaves no mark: to mark a thousand cards
 * as it begins would only take time.
 */
export function markOfNode(run: Run | undefined, nodeId: NodeId): NodePaint | undefined {
  const paint = paintOfNode(run, nodeId);
  return paint === 'pending' ? undefined : paint;
}

/** The exits that a node was left by; undefined while it has not ended. */
function exitsTaken(run: Run, nodeId: NodeId): readonly string[] | undefined {
  const step = run.steps[nodeId];
  if (step && isSettled(step)) return step.exits ?? [];
  if (nodeId === run.triggerId && !step) return run.incomplete ? undefined : ['next'];
  return undefined;
}
