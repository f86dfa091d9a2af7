import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Role, Session, User } from '@sluice/schema';
import express from 'express';
import pino from 'pino';
import { answerProblems } from '../http/answer-problems.ts';
import { mountRoutes } from '../http/mount-routes.ts';
import type { Database } from '../storage/database.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { type Accounts, type AccountsOptions, createAccounts } from './create-accounts.ts';

/** For tests: accounts behind a real server on a database of their own. */
export class TestServer {
  readonly accounts: Accounts;
  readonly db: Database;
  readonly url: string;
  readonly #close: () => Promise<void>;

  private constructor(
    parts: Pick<TestServer, 'accounts' | 'db' | 'url'>,
    close: () => Promise<void>,
  ) {
    this.accounts = parts.accounts;
    this.db = parts.db;
    this.url = parts.url;
    this.#close = close;
  }

  static async start(options: Partial<AccountsOptions> = {}): Promise<TestServer> {
    const storage = openSqlite(':memory:');
    const logger = pino({ level: 'silent' });
    const accounts = createAccounts({
      db: storage.db,
      config: {},
      logger,
      deriveKey: (purpose) => createHmac('sha256', 'key for tests').update(purpose).digest(),
      ...options,
    });
    const app = express().use(accounts.tokenRouter).use(express.json());
    app.use('/api/v1', mountRoutes(accounts.routes, accounts.authenticate));
    app.use(answerProblems(logger));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new TestServer({ accounts, db: storage.db, url }, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await storage.close();
    });
  }

  close(): Promise<void> {
    return this.#close();
  }

  browser(): TestBrowser {
    return new TestBrowser(this.url);
  }

  /** Sets the product up and returns the administrator's browser. */
  async setUp(): Promise<TestBrowser> {
    const browser = this.browser();
    const body = { code: this.accounts.setupCode, ...administrator, demo: false };
    expectStatus(await browser.send('POST /setup', body), 201);
    return browser;
  }

  /** Adds a person with a role and returns them with a browser where they are logged in. */
  async logInAs(role: Role, admin: TestBrowser): Promise<{ browser: TestBrowser; user: User }> {
    const email = `${role}@example.com`;
    const person = { kind: 'person', name: role, email, password, role };
    const added = expectStatus(await admin.send('POST /users', person), 201);
    const browser = this.browser();
    expectStatus(await browser.send('POST /session', { email, password }), 200);
    return { browser, user: added.body as User };
  }
}

/** What came back: the JSON parsed, undefined when there was no body. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** For tests: keeps cookies and sends its own origin, as a browser does. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends to a method and a path below `/api/v1`, such as `POST /session`. */
  async send(
    target: string,
    body?: unknown,
    headers: Record<string, string> = { Origin: this.#url },
  ): Promise<TestAnswer> {
    const [method = '', path = ''] = target.split(' ');
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(cookie && { Cookie: cookie }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** Who is logged in here, if anybody. */
  async whoami(): Promise<User | undefined> {
    const { status, body } = await this.send('GET /session');
    return status === 200 ? (body as Session).user : undefined;
  }
}

/** The person that `setUp` makes. */
export const administrator = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'analytical engine',
};

/** The password of everybody that `logInAs` makes. */
export const password = 'a password for tests';

function expectStatus(answer: TestAnswer, status: number): TestAnswer {
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
