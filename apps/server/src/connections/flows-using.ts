import type { Connection } from '@sluice/schema';
import { type ConnectionUse, listConnectionUses } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';

export type FlowUsing = Connection['usedBy'][number];

/** The flows that use each connection, by its id: in their draft, as published, or for a set-up. */
export async function flowsUsing(db: Database): Promise<ReadonlyMap<string, readonly FlowUsing[]>> {
  const found = new Map<string, Map<string, FlowUsing>>();
  for (const use of await listConnectionUses(db)) {
    for (const connectionId of connectionsNamed(use)) {
      const flows = found.get(connectionId) ?? new Map<string, FlowUsing>();
      flows.set(use.flowId, { flowId: use.flowId, flowName: use.flowName });
      found.set(connectionId, flows);
    }
  }
  return new Map([...found].map(([id, flows]) => [id, [...flows.values()]]));
}

/** A drawing names connections on its nodes, a set-up on itself. */
function connectionsNamed({ document }: ConnectionUse): string[] {
  const { connectionId, nodes = [] } = JSON.parse(document) as {
    connectionId?: string;
    nodes?: readonly { connectionId?: string }[];
  };
  const all = [connectionId, ...nodes.map((node) => node.connectionId)];
  return all.filter((id) => id !== undefined);
}
