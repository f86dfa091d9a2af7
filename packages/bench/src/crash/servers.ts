import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningProcess } from '../processes/running-process.ts';
import { launchSluice } from '../sluice/start-sluice.ts';

/** The same for all that this process starts, because a database keeps to the key it was begun with. */
const secretKey = randomBytes(32).toString('base64');

export interface ServersPlan {
  /** A PostgreSQL URL; empty for the embedded database. */
  readonly database?: string;
  readonly count?: number;
}

/**
 * The servers of an installation: one with an embedded database, or several that share a PostgreSQL
 * database, each with a folder of its own.
 */
export class Servers {
  readonly #folders: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  readonly #processes: RunningProcess[] = [];
  readonly #urls: string[] = [];

  constructor(dataDir: string, { database = '', count = 1 }: ServersPlan) {
    this.#folders = Array.from({ length: count }, (_one, index) =>
      join(dataDir, `server-${index}`),
    );
    const shared = { DATABASE_URL: database, SLUICE_SECRET_KEY: secretKey };
    this.#env = database === '' ? {} : shared;
  }

  /** Starts all, and waits until they are ready. */
  async start(): Promise<void> {
    for (const index of this.#folders.keys()) {
      this.launch(index);
      await this.ready(index);
    }
  }

  /** Where they listen. The addresses are others after each start. */
  get urls(): readonly string[] {
    return this.#urls;
  }

  get count(): number {
    return this.#folders.length;
  }

  /** Starts one without waiting, so that it can be killed while it starts. */
  launch(index: number): void {
    const folder = this.#folders[index] ?? '';
    mkdirSync(folder, { recursive: true });
    this.#processes[index] = launchSluice(folder, { env: this.#env });
  }

  async ready(index: number): Promise<void> {
    const [, url = ''] = (await this.#processes[index]?.says(/Sluice is ready: (\S+)/)) ?? [];
    this.#urls[index] = url;
  }

  async end(index: number, signal: NodeJS.Signals): Promise<void> {
    await this.#processes[index]?.end(signal);
  }

  async endAll(): Promise<void> {
    await Promise.all(this.#processes.map((each) => each.end()));
  }
}
