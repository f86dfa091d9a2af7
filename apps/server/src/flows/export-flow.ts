import { type Catalogue, type FlowFile, flowToFile } from '@sluice/schema';
import { notFound } from '../http/http-problem.ts';
import { listConnections } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { type StoredFlow, findVersion } from '../storage/flows.ts';
import { namesOfFlows } from './match-needs.ts';

/** What is exported of a flow: its draft, or a version that was published or tested. */
export interface ExportWanted {
  readonly flow: StoredFlow;
  readonly version?: number | undefined;
}

/** A flow as a file. Throws 404 for a version that is not kept. */
export async function exportFlow(
  db: Database,
  { flow, version }: ExportWanted,
  catalogue: Catalogue,
): Promise<FlowFile> {
  const drawing = version === undefined ? flow.drawing : await findVersion(db, flow.id, version);
  if (!drawing) throw notFound('version');
  const connections = await listConnections(db);
  const flows = await namesOfFlows(db);
  return flowToFile(
    { ...drawing, id: flow.id, name: flow.name },
    {
      catalogue,
      connections: new Map(connections.map(({ id, type, name }) => [id, { type, name }])),
      flowNames: new Map(flows.map(({ id, name }) => [id, name])),
    },
  );
}
