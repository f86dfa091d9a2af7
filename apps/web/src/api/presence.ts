import type { NodeId, Visitors } from '@sluice/schema';
import { request } from './request.ts';

/** Says that this page has a flow open, and which node of it; answers with everybody who has. */
export function sayHere(flowId: string, tab: string, nodeId: NodeId | undefined) {
  return request<Visitors>('PUT', `/flows/${flowId}/visitors/${tab}`, {
    body: nodeId === undefined ? {} : { nodeId },
  });
}

/** Says that this page is closed; also while it is closing. */
export function sayGone(flowId: string, tab: string) {
  return request<undefined>('DELETE', `/flows/${flowId}/visitors/${tab}`, { keepalive: true });
}
