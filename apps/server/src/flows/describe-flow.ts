import type { FlowDetail, FlowSummary } from '@sluice/schema';
import type { StoredFlow } from '../storage/flows.ts';

/** A stored flow as the designer opens it. */
export function flowDetail(flow: StoredFlow): FlowDetail {
  return {
    id: flow.id,
    name: flow.name,
    enabled: flow.enabled,
    version: flow.version,
    nodes: flow.drawing.nodes,
    edges: flow.drawing.edges,
    updatedAt: new Date(flow.updated_at).toISOString(),
    updatedBy: flow.updated_by,
    ...published(flow),
  };
}

/** A stored flow as the list shows it. */
export function flowSummary(
  flow: StoredFlow,
  activity: Pick<FlowSummary, 'lastRun' | 'recentFailures'>,
): FlowSummary {
  return {
    id: flow.id,
    name: flow.name,
    enabled: flow.enabled,
    version: flow.version,
    updatedAt: new Date(flow.updated_at).toISOString(),
    updatedBy: flow.updated_by,
    nodeTypes: flow.drawing.nodes.map((node) => node.type).slice(0, 12),
    ...published(flow),
    ...activity,
  };
}

function published({ published_version, published_at }: StoredFlow) {
  return published_version === null || published_at === null
    ? {}
    : { publishedVersion: published_version, publishedAt: new Date(published_at).toISOString() };
}
