import type { DeletedFlow, FlowDetail, FlowSummary } from '@sluice/schema';
import type { ListedFlow, StoredFlow } from '../storage/flows.ts';

/** For how long a deleted flow can be brought back. */
export const RESTORABLE_MS = 30 * 86_400_000;

/** How many nodes the little picture of a flow is made from. */
const PICTURED = 12;

/** A stored flow as the designer opens it. */
export function flowDetail(flow: StoredFlow): FlowDetail {
  return {
    id: flow.id,
    name: flow.name,
    enabled: flow.enabled,
    version: flow.version,
    ...flow.drawing,
    updatedAt: new Date(flow.updated_at).toISOString(),
    updatedBy: flow.updated_by,
    tags: flow.tags,
    ...published(flow),
  };
}

/** A stored flow as the list shows it. */
export function flowSummary(flow: ListedFlow): FlowSummary {
  return {
    id: flow.id,
    name: flow.name,
    enabled: flow.enabled,
    version: flow.version,
    updatedAt: new Date(flow.updated_at).toISOString(),
    updatedBy: flow.updated_by,
    ...pictured(flow),
    tags: flow.tags,
    recentFailures: flow.recent_failures,
    ...published(flow),
    ...lastRun(flow),
  };
}

/** A deleted flow, and until when it can be brought back. */
export function deletedFlow(flow: StoredFlow & { readonly deleted_at: number }): DeletedFlow {
  return {
    id: flow.id,
    name: flow.name,
    ...pictured(flow),
    deletedAt: new Date(flow.deleted_at).toISOString(),
    restorableUntil: new Date(flow.deleted_at + RESTORABLE_MS).toISOString(),
  };
}

function pictured({ drawing: { nodes } }: StoredFlow) {
  return { nodeTypes: nodes.slice(0, PICTURED).map(({ type }) => type), nodeCount: nodes.length };
}

function lastRun({ last_run_id, last_run_status, last_run_at }: ListedFlow) {
  return last_run_id === null || last_run_status === null || last_run_at === null
    ? {}
    : {
        lastRun: {
          id: last_run_id,
          status: last_run_status,
          at: new Date(last_run_at).toISOString(),
        },
      };
}

function published({ published_version, published_at }: StoredFlow) {
  return published_version === null || published_at === null
    ? {}
    : { publishedVersion: published_version, publishedAt: new Date(published_at).toISOString() };
}
