import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Rows taken away at once, so that pruning never holds the database for long. */
const BATCH = 1000;

/** Takes away what has expired: keys of old events, ended sessions. Returns how many rows went. */
export async function pruneExpired(db: Database, now: number): Promise<number> {
  const sessions = await db.deleteFrom('sessions').where('expires_at', '<', now).executeTakeFirst();
  let pruned = Number(sessions.numDeletedRows);
  for (let gone = BATCH; gone === BATCH; pruned += gone) {
    const expired = await sql`delete from deduplication where (trigger_id, key) in
      (select trigger_id, key from deduplication where expires_at < ${now} limit ${BATCH})`.execute(
      db,
    );
    gone = Number(expired.numAffectedRows ?? 0);
  }
  return pruned;
}
