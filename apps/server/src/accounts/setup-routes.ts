import type { Logger } from 'pino';
import { z } from 'zod';
import { HttpProblem } from '../http/http-problem.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { administratorExists } from '../storage/users.ts';
import { emailInput, nameInput, passwordInput, sessionAnswer } from './account-schemas.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import type { LogIn } from './log-in.ts';
import type { SetupGate } from './setup-gate.ts';
import type { UserDirectory } from './user-directory.ts';

interface Parts {
  readonly db: Database;
  readonly directory: UserDirectory;
  readonly gate: SetupGate;
  readonly logIn: LogIn;
  readonly logger: Logger;
  /** Makes the demo when the set-up asks for it. */
  readonly createDemo: (() => Promise<void>) | undefined;
}

/** The set-up by the first user: open until there is an administrator, and guarded by a code. */
export function setupRoutes({ db, directory, gate, logIn, logger, createDemo }: Parts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/setup',
      summary: 'Whether Sluice still has to be set up',
      access: 'public',
      answers: { 200: z.object({ needed: z.boolean() }) },
      handle: async () => answer({ needed: !(await administratorExists(db)) }),
    }),
    defineRoute({
      method: 'post',
      path: '/setup',
      summary: 'Make the first administrator and log in',
      access: 'public',
      body: z.strictObject({
        code: z.string().max(100),
        name: nameInput,
        email: emailInput,
        password: passwordInput,
        demo: z.boolean(),
      }),
      answers: { 201: sessionAnswer },
      handle: async ({ body: { code, demo, ...person }, request, response }) => {
        if (await administratorExists(db)) throw alreadySetUp();
        await gate.check(code, request.socket.remoteAddress ?? '');
        const id = await createFirstAdministrator(db, person);
        if (id === undefined) throw alreadySetUp();
        directory.changed(id);
        if (demo && createDemo) await attemptDemo(createDemo, logger);
        const user = await directory.byId(id);
        if (!user) throw alreadySetUp();
        return answer(await logIn.open(user, request, response), 201);
      },
    }),
  ];
}

/** The administrator is made by now, so a demo that fails must not look like a failed set-up. */
async function attemptDemo(createDemo: () => Promise<void>, logger: Logger): Promise<void> {
  try {
    await createDemo();
  } catch (error) {
    logger.error({ err: error }, 'The demo could not be made.');
  }
}

function alreadySetUp(): HttpProblem {
  return new HttpProblem(409, 'Sluice has been set up already. Log in instead.');
}
