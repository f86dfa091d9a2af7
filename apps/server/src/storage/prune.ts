import type { Database } from './database.ts';

/** Rows taken away at once, so that pruning never holds the database for long. */
const BATCH = 1000;

/** Takes away what has expired: keys of old events, ended sessions. Returns how many rows went. */
export async function pruneExpired(db: Database, now: number): Promise<number> {
  const sessions = await db.deleteFrom('sessions').where('expires_at', '<', now).executeTakeFirst();
  let pruned = Number(sessions.numDeletedRows);
  for (let more = true; more;) {
    const expired = await db
      .selectFrom('deduplication')
      .select(['trigger_id', 'key'])
      .where('expires_at', '<', now)
      .limit(BATCH)
      .execute();
    for (const { trigger_id, key } of expired) {
      await db
        .deleteFrom('deduplication')
        .where('trigger_id', '=', trigger_id)
        .where('key', '=', key)
        .where('expires_at', '<', now)
        .execute();
    }
    pruned += expired.length;
    more = expired.length === BATCH;
  }
  return pruned;
}
