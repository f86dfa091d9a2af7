import type { FlowDrawing } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { ensureTrigger } from '../storage/triggers.ts';

/** Gives every trigger node of a drawing its URL, so that it can be copied before anything is published. */
export async function ensureTriggers(
  db: Database,
  flowId: string,
  { nodes }: FlowDrawing,
): Promise<void> {
  for (const node of nodes) if (node.kind === 'trigger') await ensureTrigger(db, flowId, node.id);
}
