import { type Catalogue, type FlowDrawing, type FlowProblem, manifestIndex } from '@sluice/schema';
import type { Database } from '../storage/database.ts';

/** What a drawing alone does not show: connections that do not exist, or belong to another product. */
export async function connectionProblems(
  db: Database,
  { nodes }: FlowDrawing,
  catalogue: Catalogue,
): Promise<FlowProblem[]> {
  const used = nodes.flatMap(({ connectionId }) => (connectionId ? [connectionId] : []));
  if (used.length === 0) return [];
  const rows = await db.selectFrom('connections').select(['id', 'type']).execute();
  const types = new Map(rows.map(({ id, type }) => [id, type]));
  const { connectors } = manifestIndex(catalogue);
  return nodes.flatMap((node): FlowProblem[] => {
    if (node.disabled || node.connectionId === undefined) return [];
    const type = types.get(node.connectionId);
    const connector = connectors.get(node.type);
    if (type !== undefined && (!connector?.connection || connector.id === type)) return [];
    const what = type === undefined ? 'does not exist any more' : 'is for another product';
    return [
      {
        severity: 'error',
        nodeId: node.id,
        message: `The connection of “${node.name}” ${what}.`,
        remedy: 'Open it and choose another under Connection.',
      },
    ];
  });
}
