import type { Logger } from 'pino';
import { z } from 'zod';
import { HttpProblem } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { deleteSessionsOf } from '../storage/sessions.ts';
import { findPerson, findUser, updateUser } from '../storage/users.ts';
import { passwordInput, sessionAnswer } from './account-schemas.ts';
import type { KnownBrowser } from './known-browser.ts';
import type { LogIn } from './log-in.ts';
import type { LoginThrottle } from './login-throttle.ts';
import { hashPassword, passwordFits } from './password-hash.ts';
import { nameOf, recordAudit } from './record-audit.ts';
import type { Sessions } from './sessions.ts';
import { type UserDirectory, asUser } from './user-directory.ts';

interface Parts {
  readonly db: Database;
  readonly directory: UserDirectory;
  readonly knownBrowser: KnownBrowser;
  readonly logIn: LogIn;
  readonly logger: Logger;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
}

/** Logging in and out, and one's own password. */
export function sessionRoutes(parts: Parts): Route[] {
  const { directory, logIn, sessions } = parts;
  return [
    openSession(parts),
    defineRoute({
      method: 'get',
      path: '/session',
      summary: 'Who is logged in',
      access: 'session',
      answers: { 200: sessionAnswer },
      handle: async ({ user, request }) =>
        answer(logIn.describe(user, await sessions.find(request))),
    }),
    defineRoute({
      method: 'delete',
      path: '/session',
      summary: 'Log out',
      access: 'public',
      answers: { 204: 'Logged out.' },
      handle: async ({ request, response }) => {
        const session = await sessions.find(request);
        await sessions.close(request, response);
        if (session) directory.changed(session.user_id);
        return done;
      },
    }),
    changePassword(parts),
  ];
}

function openSession({ db, knownBrowser, logIn, logger, throttle }: Parts): Route {
  return defineRoute({
    method: 'post',
    path: '/session',
    summary: 'Log in',
    access: 'public',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
    answers: { 200: sessionAnswer },
    handle: async ({ body, request, response }) => {
      const email = body.email.trim();
      const row = await findPerson(db, email);
      const attempt = {
        account: email,
        address: request.socket.remoteAddress ?? '',
        knownBrowser: row && knownBrowser.recognise(row.id, request),
      };
      const right = await throttle.guard(attempt, () =>
        passwordFits(body.password, row?.password_hash),
      );
      if (!right || !row || row.disabled !== 0) {
        // Not the e-mail: people type passwords into the wrong field.
        logger.warn({ address: attempt.address }, 'A log-in was refused.');
        // One answer for all reasons, so that nobody learns who has an account.
        throw new HttpProblem(401, 'The e-mail or the password is not right.');
      }
      const user = asUser(row);
      const session = await logIn.open(user, request, response);
      await recordAudit(db, { actor: user, action: 'session.opened', subject: nameOf(user) });
      return answer(session);
    },
  });
}

function changePassword({ db, directory, sessions, throttle }: Parts): Route {
  return defineRoute({
    method: 'post',
    path: '/session/password',
    summary: 'Change your own password; every other session of yours ends',
    access: 'session',
    body: z.strictObject({ current: z.string().max(1000), next: passwordInput }),
    answers: { 204: 'Changed.' },
    handle: async ({ body, user, request }) => {
      const row = await findUser(db, user.id);
      const address = request.socket.remoteAddress ?? '';
      const right = await throttle.guard({ account: user.id, address }, () =>
        passwordFits(body.current, row?.password_hash),
      );
      if (!right) throw new HttpProblem(403, 'The current password is not right.');
      const passwordHash = await hashPassword(body.next);
      const session = await sessions.find(request);
      await db.transaction().execute(async (transaction) => {
        await updateUser(transaction, user.id, { password_hash: passwordHash });
        await deleteSessionsOf(transaction, user.id, session?.id);
        const subject = nameOf(user);
        await recordAudit(transaction, { actor: user, action: 'password.changed', subject });
      });
      directory.changed(user.id);
      return done;
    },
  });
}
