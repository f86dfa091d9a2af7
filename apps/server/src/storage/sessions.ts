import type { Selectable } from 'kysely';
import type { Database, SessionsTable } from './database.ts';

export type SessionRow = Selectable<SessionsTable>;

export async function insertSession(db: Database, session: SessionRow): Promise<void> {
  await db.insertInto('sessions').values(session).execute();
}

export function findSession(db: Database, id: string): Promise<SessionRow | undefined> {
  return db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Notes that a session was used, at a time in milliseconds. */
export async function touchSession(db: Database, id: string, at: number): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: at }).where('id', '=', id).execute();
}

export async function deleteSession(db: Database, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Ends every session of a user, except the one to keep, if any. */
export async function deleteSessionsOf(
  db: Database,
  userId: string,
  exceptId?: string,
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .execute();
}

/** Clears away sessions that ended by themselves: past their end, or unseen since `idleSince`. */
export async function deleteEndedSessions(
  db: Database,
  now: number,
  idleSince: number,
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((where) =>
      where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', idleSince)]),
    )
    .execute();
}
