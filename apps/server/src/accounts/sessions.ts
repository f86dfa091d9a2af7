import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import type { Database } from '../storage/database.ts';
import {
  type SessionRow,
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  touchSession,
} from '../storage/sessions.ts';
import { readCookie } from './read-cookie.ts';

/**
 * Log-ins of people. The browser holds a random token of 256 bits in a cookie that scripts cannot
 * read; the database holds its SHA-256, so reading the database does not open a session. A session
 * ends after twelve hours without use, and after seven days in any case.
 */
export class Sessions {
  readonly #db: Database;
  readonly #cookie: CookieOptions;
  readonly #ofRequest = new WeakMap<Request, SessionRow>();

  constructor(db: Database, { secure }: { secure: boolean }) {
    this.#db = db;
    this.#cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  /** Starts a session of a user and hands its cookie to the browser; one it had before ends. */
  async open(userId: string, request: Request, response: Response): Promise<SessionRow> {
    const now = Date.now();
    await deleteEndedSessions(this.#db, now, now - idleMs);
    const before = readCookie(request, cookieName);
    if (before !== undefined) await deleteSession(this.#db, idOf(before));

    const token = randomBytes(32).toString('base64url');
    const session: SessionRow = {
      id: idOf(token),
      user_id: userId,
      created_at: now,
      last_seen_at: now,
      expires_at: now + longestMs,
    };
    await insertSession(this.#db, session);
    response.cookie(cookieName, token, { ...this.#cookie, maxAge: longestMs });
    return session;
  }

  /** The session that a request's cookie opens, or undefined when there is none or it ended. */
  async find(request: Request): Promise<SessionRow | undefined> {
    const known = this.#ofRequest.get(request);
    if (known) return known;
    const token = readCookie(request, cookieName);
    if (token === undefined) return undefined;
    const session = await findSession(this.#db, idOf(token));
    const now = Date.now();
    if (!session || endOf(session) <= now) return undefined;
    if (now - session.last_seen_at < touchEveryMs) return this.#remember(request, session);
    await touchSession(this.#db, session.id, now);
    return this.#remember(request, { ...session, last_seen_at: now });
  }

  /** Ends the session of a request, if any, and takes the cookie back. */
  async close(request: Request, response: Response): Promise<void> {
    const token = readCookie(request, cookieName);
    if (token !== undefined) await deleteSession(this.#db, idOf(token));
    response.clearCookie(cookieName, this.#cookie);
  }

  #remember(request: Request, session: SessionRow): SessionRow {
    this.#ofRequest.set(request, session);
    return session;
  }
}

/** When a session ends if nobody uses it, in milliseconds since 1970. */
export function endOf(session: SessionRow): number {
  return Math.min(session.expires_at, session.last_seen_at + idleMs);
}

/** Whether a request comes with the cookie of a session, right or wrong. */
export function hasSessionCookie(request: Request): boolean {
  return readCookie(request, cookieName) !== undefined;
}

const cookieName = 'sluice_session';
const idleMs = 12 * 60 * 60 * 1000;
const longestMs = 7 * 24 * 60 * 60 * 1000;
const touchEveryMs = 60_000;

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
