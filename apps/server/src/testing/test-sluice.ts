import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import type { Role, User } from '@sluice/schema';
import { type DestinationStream, pino } from 'pino';
import { TestBrowser, administrator, password } from '../accounts/test-server.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { indexBatch } from '../search/search-indexer.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { TestClient, expectStatus } from './test-client.ts';
import { inThread } from './test-databases.ts';

export interface TestSluiceOptions {
  /** Environment variables beyond those that the test needs anyway. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the log goes; nowhere by default. */
  readonly log?: DestinationStream;
  /** One that was used before, and that is kept afterwards; else a new one. */
  readonly dataDir?: string;
  /** Has SQLite worked on by a thread of its own, as in production; default: by this one. */
  readonly thread?: boolean;
}

/**
 * For tests: the whole server on a free port, with a data directory of its own, a real Halo
 * simulator beside it and the administrator logged in.
 */
export class TestSluice extends TestClient {
  readonly halo: HaloSimulator;
  readonly dataDir: string;
  readonly storage: Storage;
  readonly #close: () => Promise<void>;

  private constructor(
    parts: Pick<TestSluice, 'url' | 'admin' | 'halo' | 'dataDir' | 'storage'>,
    close: () => Promise<void>,
  ) {
    super(parts.url, parts.admin);
    this.halo = parts.halo;
    this.dataDir = parts.dataDir;
    this.storage = parts.storage;
    this.#close = close;
  }

  static async start({ env = {}, log, ...given }: TestSluiceOptions = {}): Promise<TestSluice> {
    const halo = await startHaloSimulator();
    const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'sluice-test-'));
    const config = readConfig({ ...environment(dataDir), ...env });
    const storage = await openStorage({ ...config, ...(given.thread && { openFile: inThread }) });
    const logger = log ? pino({ level: 'trace' }, log) : pino({ level: 'silent' });
    const app = await createApp(config, storage, logger);
    const server = app.express.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address() as AddressInfo;
    await app.listening(address);
    const url = `http://127.0.0.1:${address.port}`;
    const admin = await logIn(url, administrator);
    return new TestSluice({ url, admin, halo, dataDir, storage }, async () => {
      server.close();
      server.closeAllConnections();
      await app.stop();
      await storage.close();
      await halo.close();
      if (given.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** Makes all that was stored so far searchable, without waiting until the server gets to it. */
  async indexed(): Promise<void> {
    while ((await indexBatch(this.storage.db)) > 0);
  }

  /** Makes a connection to the simulator beside this server and returns its id. */
  connectHalo(values: Readonly<Record<string, string | number>> = {}): Promise<string> {
    return this.connect(this.halo, values);
  }

  /** Adds a person with a role and returns them with a browser where they are logged in. */
  async logInAs(role: Role): Promise<{ browser: TestBrowser; user: User }> {
    const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
    const person = { kind: 'person', name: role, email, password, role };
    const added = expectStatus(await this.admin.send('POST /users', person), 201);
    return { browser: await logIn(this.url, { email, password }), user: added.body as User };
  }
}

/** The environment of a server that tests start: a free port, no noise, the known administrator. */
export function environment(dataDir: string): Record<string, string> {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    SLUICE_DATA_DIR: dataDir,
    SLUICE_ADMIN_EMAIL: administrator.email,
    SLUICE_ADMIN_PASSWORD: administrator.password,
    SLUICE_OUTBOUND_ALLOW: '127.0.0.1',
  };
}

/** A browser in which somebody is logged in. */
export async function logIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<TestBrowser> {
  const browser = new TestBrowser(url);
  expectStatus(await browser.send('POST /session', { email, password }), 200);
  return browser;
}
