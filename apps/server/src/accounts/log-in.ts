import type { Session, User } from '@sluice/schema';
import type { Request, Response } from 'express';
import { type SessionRow } from '../storage/sessions.ts';
import type { KnownBrowser } from './known-browser.ts';
import { type Sessions, endOf } from './sessions.ts';

/** Opens sessions, and says what the screens are told of them. */
export class LogIn {
  readonly #sessions: Sessions;
  readonly #knownBrowser: KnownBrowser;
  readonly #demoUrl: () => string | undefined;

  constructor(
    sessions: Sessions,
    knownBrowser: KnownBrowser,
    demoUrl: () => string | undefined = () => undefined,
  ) {
    this.#sessions = sessions;
    this.#knownBrowser = knownBrowser;
    this.#demoUrl = demoUrl;
  }

  /** Starts a session of a user whose password was right. */
  async open(user: User, request: Request, response: Response): Promise<Session> {
    const session = await this.#sessions.open(user.id, request, response);
    this.#knownBrowser.mark(user.id, response);
    return this.describe(user, session);
  }

  /** Without a session a key was sent, and keys have no end. */
  describe(user: User, session: SessionRow | undefined): Session {
    const demoUrl = this.#demoUrl();
    return {
      user,
      expiresAt: session ? new Date(endOf(session)).toISOString() : '9999-12-31T23:59:59.999Z',
      ...(demoUrl !== undefined && { demoUrl }),
    };
  }
}
