import type { User } from '@sluice/schema';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Authenticate } from '../http/mount-routes.ts';
import type { Route } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { administratorExists } from '../storage/users.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { createAuthenticate } from './authenticate.ts';
import { ClientTokens } from './client-tokens.ts';
import { Credentials } from './credentials.ts';
import { ensureAdministrator } from './first-administrator.ts';
import { KnownBrowser } from './known-browser.ts';
import { LogIn } from './log-in.ts';
import { LoginThrottle } from './login-throttle.ts';
import { recordAudit } from './record-audit.ts';
import { sessionRoutes } from './session-routes.ts';
import { Sessions } from './sessions.ts';
import { SetupGate } from './setup-gate.ts';
import { setupRoutes } from './setup-routes.ts';
import { createTokenRouter } from './token-router.ts';
import { type AccessListener, UserDirectory } from './user-directory.ts';
import { userRoutes } from './user-routes.ts';

/** Who may do what: everything that the rest of the server asks about users. */
export interface Accounts {
  /** Tells who sends a request to the API; for `mountRoutes`. */
  readonly authenticate: Authenticate;
  /** Set-up, session, users, API keys and audit log; below `/api/v1`. */
  readonly routes: readonly Route[];
  /** `POST /api/integration/1/oauth/token`; reads its own bodies, so it is mounted at the root. */
  readonly tokenRouter: Router;
  /**
   * The active user with this e-mail (people) or name (integration users) and password. Throws 429
   * when there were too many wrong ones from that address.
   */
  verifyPassword(login: string, password: string, address: string): Promise<User | undefined>;
  /** The active user of an API key. */
  verifyApiKey(key: string, secret: string): Promise<User | undefined>;
  /** The active user behind a token of `tokenRouter`. */
  verifyToken(token: string): Promise<User | undefined>;
  /** A user as they are now, disabled or not; undefined when deleted. */
  userById(id: string): Promise<User | undefined>;
  /** Adds to the audit log who did what (`noun.pastVerb`) to what. */
  audit(actor: User | 'system', action: string, subject: string, detail?: string): Promise<void>;
  /** Makes the administrator that the configuration names, if it does and there is none. */
  ensureAdministrator(): Promise<void>;
  /** Whether there is no administrator yet; then print `setupCode`. */
  setupNeeded(): Promise<boolean>;
  /** What the first user has to type: new at each start. */
  readonly setupCode: string;
  /** Hears of every user whose rights changed or who logged out, to close open event streams. */
  onAccessChange(listener: AccessListener): () => void;
  /** Another process changed a user's rights: what is remembered here is forgotten. */
  accessChanged(userId: string): void;
}

/** What accounts are made from. */
export interface AccountsOptions {
  readonly db: Database;
  readonly config: Pick<Config, 'publicUrl' | 'admin'>;
  readonly logger: Logger;
  /** A key of 32 bytes for one purpose, the same after a restart. */
  deriveKey(this: void, purpose: string): Buffer;
  /** Makes the demo, when the set-up asks for it. */
  createDemo?(this: void): Promise<void>;
  /** Where the simulator's page is, while the demo runs. */
  demoUrl?(this: void): string | undefined;
}

/** Puts the accounts together. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { db, config, logger, deriveKey, createDemo, demoUrl } = options;
  const { publicUrl } = config;
  const secure = publicUrl?.startsWith('https:') ?? false;
  const directory = new UserDirectory(db);
  const throttle = new LoginThrottle();
  const tokens = new ClientTokens(deriveKey('oauth-client-tokens'));
  const credentials = new Credentials(db, directory, { throttle, tokens });
  const sessions = new Sessions(db, { secure });
  const knownBrowser = new KnownBrowser(deriveKey('known-browser'), { secure });
  const logIn = new LogIn(sessions, knownBrowser, demoUrl);
  const gate = new SetupGate();

  return {
    authenticate: createAuthenticate({ credentials, directory, sessions, publicUrl }),
    routes: [
      ...setupRoutes({ db, directory, gate, logIn, logger, createDemo }),
      ...sessionRoutes({ db, directory, knownBrowser, logIn, logger, sessions, throttle }),
      ...userRoutes(db, directory),
      ...apiKeyRoutes(db, directory),
      ...auditRoutes(db),
    ],
    tokenRouter: createTokenRouter(credentials),
    verifyPassword: (login, password, address) => credentials.byPassword(login, password, address),
    verifyApiKey: (key, secret) => credentials.byApiKey(key, secret),
    verifyToken: (token) => credentials.byToken(token),
    userById: (id) => directory.byId(id),
    audit: (actor, action, ...[subject, detail]) =>
      recordAudit(db, { actor, action, subject, detail }),
    ensureAdministrator: async () => {
      if (config.admin) await ensureAdministrator(db, config.admin);
    },
    setupNeeded: async () => !(await administratorExists(db)),
    setupCode: gate.code,
    onAccessChange: (listener) => directory.onChange(listener),
    accessChanged: (userId) => directory.changed(userId),
  };
}
