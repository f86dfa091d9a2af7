import { type FlowDrawing, type NodeId, errorExit, upstreamOf } from '@sluice/schema';

/**
 * By which of a node's exits another node is reached: when it is done, when it failed, or by
 * either. What it brings differs: its outputs, or why it failed.
 */
export function waysFrom(
  flow: FlowDrawing,
  source: NodeId,
  target: NodeId,
): { readonly done: boolean; readonly failed: boolean } {
  const before = new Set([target, ...upstreamOf(flow, target)]);
  const leading = flow.edges.filter((edge) => edge.source === source && before.has(edge.target));
  return {
    done: leading.some((edge) => edge.exit !== errorExit.id),
    failed: leading.some((edge) => edge.exit === errorExit.id),
  };
}
