import type { FlowDrawing } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { ensureTriggers } from './ensure-triggers.ts';

export interface NewFlow {
  /** Absent: a new one. */
  readonly id?: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly drawing: FlowDrawing;
  readonly tags?: readonly string[];
}

/** Stores a new flow as a draft, and returns its id. */
export async function createFlow(
  db: Database,
  { id = newId(), name, enabled, drawing, tags = [] }: NewFlow,
  by: { readonly id: string; readonly name: string },
): Promise<string> {
  const at = Date.now();
  await db
    .insertInto('flows')
    .values({
      id,
      name,
      enabled: enabled ? 1 : 0,
      version: 1,
      drawing: JSON.stringify(drawing),
      published_version: null,
      published_at: null,
      created_at: at,
      created_by: by.id,
      updated_at: at,
      updated_by: by.name,
      deleted_at: null,
      tags: JSON.stringify(tags),
    })
    .execute();
  await ensureTriggers(db, id, drawing);
  return id;
}
