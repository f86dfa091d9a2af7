import type { FlowNode, RunDetail } from '@sluice/schema';

/**
 * The nodes that a run's list of steps shows: its trigger first, then each step in the order it
 * was reached, then the ones it has not come to, from left to right. Other triggers are left out.
 */
export function nodesInOrder({ drawing, steps, triggerId }: RunDetail): readonly FlowNode[] {
  const reached = Object.keys(steps);
  const rank = (node: FlowNode) => {
    if (node.id === triggerId) return -1;
    const position = reached.indexOf(node.id);
    return position === -1 ? Infinity : position;
  };
  return drawing.nodes
    .filter((node) => node.kind === 'step' || node.id === triggerId)
    .filter((node) => node.disabled !== true)
    .toSorted((one, other) => {
      const [first, second] = [rank(one), rank(other)];
      return first === second ? one.position.x - other.position.x : first - second;
    });
}
