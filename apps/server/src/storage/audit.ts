import type { Selectable } from 'kysely';
import type { AuditTable, Database } from './database.ts';

export type AuditRow = Selectable<AuditTable>;

export async function insertAudit(db: Database, row: AuditRow): Promise<void> {
  await db.insertInto('audit').values(row).execute();
}

/** Newest first, from the one after `cursor`; one more than `limit`, so that a page knows its end. */
export function listAudit(
  db: Database,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}
