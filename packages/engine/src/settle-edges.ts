import { type FlowEdge, type NodeId, type Run, isSettled } from '@sluice/schema';
import type { FlowPlan, PlannedNode } from './plan-flow.ts';

/** What is known of an edge: nothing yet, or that the run went, or will never go, along it. */
export type EdgeState = 'open' | 'taken' | 'dead';

/** An edge is settled by its source: taken by the exits it left through, dead by all others. */
export function edgeState(edge: FlowEdge, run: Run): EdgeState {
  const source = run.steps[edge.source];
  if (source) {
    if (!isSettled(source)) return 'open';
    return source.exits?.includes(edge.exit) ? 'taken' : 'dead';
  }
  if (edge.source === run.triggerId) return run.incomplete ? 'open' : 'taken';
  return 'open';
}

/** The nodes that can begin now, and those that never will. */
export interface Settlement {
  readonly ready: readonly PlannedNode[];
  readonly skipped: readonly NodeId[];
}

/**
 * Looks at what follows the given nodes. A node is ready when every edge into it is settled and
 * one was taken; a node with only dead edges is skipped, and so deadness flows on.
 */
export function settleAfter(plan: FlowPlan, run: Run, nodeIds: readonly NodeId[]): Settlement {
  const ready = new Map<NodeId, PlannedNode>();
  const skipped = new Set<NodeId>();
  const stateOf = (edge: FlowEdge): EdgeState => {
    if (skipped.has(edge.source) || isForeignTrigger(plan, edge.source, run)) return 'dead';
    return edgeState(edge, run);
  };
  const pending = [...nodeIds];
  for (let id = pending.shift(); id !== undefined; id = pending.shift()) {
    for (const { target } of plan.nodes.get(id)?.waysOut ?? []) {
      const next = plan.nodes.get(target);
      if (!next || run.steps[target] || skipped.has(target) || ready.has(target)) continue;
      const states = next.waysIn.map(stateOf);
      if (states.includes('open')) continue;
      if (states.includes('taken')) {
        ready.set(target, next);
      } else {
        skipped.add(target);
        pending.push(target);
      }
    }
  }
  return { ready: [...ready.values()], skipped: [...skipped] };
}

/**
 * What a run begins with: the one step that it tests, its trigger's own fetching if it has any, else
 * what follows the trigger.
 */
export function opening(plan: FlowPlan, run: Run): Settlement {
  if (run.only !== undefined) {
    const tested = plan.nodes.get(run.only);
    return { ready: tested && !run.steps[run.only] ? [tested] : [], skipped: [] };
  }
  const trigger = plan.nodes.get(run.triggerId);
  if (run.incomplete && trigger && !run.steps[run.triggerId])
    return { ready: [trigger], skipped: [] };
  return settleAll(plan, run);
}

/** Everything a run can do next, found by looking at the whole of it: for its start and its return. */
function settleAll(plan: FlowPlan, run: Run): Settlement {
  const sources = [...plan.nodes.values()]
    .filter(({ node }) => node.kind === 'trigger' || settledIn(run, node.id))
    .map(({ node }) => node.id);
  return settleAfter(plan, run, sources);
}

function settledIn(run: Run, nodeId: NodeId): boolean {
  const step = run.steps[nodeId];
  return step !== undefined && isSettled(step);
}

function isForeignTrigger(plan: FlowPlan, nodeId: NodeId, run: Run): boolean {
  return nodeId !== run.triggerId && plan.nodes.get(nodeId)?.node.kind === 'trigger';
}
