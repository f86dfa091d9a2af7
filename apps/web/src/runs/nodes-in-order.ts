import type { FlowNode, RunDetail } from '@sluice/schema';

/**
 * The nodes that a run's list of steps shows: its trigger first, then each step in the order it
 * was reached, then the ones it has not come to, from left to right. Other triggers are left out.
 * A test of one step shows that step, and what it was given.
 */
export function nodesInOrder({ drawing, steps, triggerId, only }: RunDetail): readonly FlowNode[] {
  const reached = new Map(Object.keys(steps).map((id, position) => [id, position]));
  const rank = (node: FlowNode) => {
    if (node.id === triggerId || (only !== undefined && node.kind === 'trigger')) return -1;
    return reached.get(node.id) ?? Infinity;
  };
  return drawing.nodes
    .filter((node) => only === undefined || node.id === only || steps[node.id] !== undefined)
    .filter((node) => only !== undefined || node.kind === 'step' || node.id === triggerId)
    .filter((node) => only !== undefined || node.disabled !== true)
    .toSorted((one, other) => {
      const [first, second] = [rank(one), rank(other)];
      return first === second ? one.position.x - other.position.x : first - second;
    });
}
