import { Client, Pool } from 'pg';
import type { Logger } from 'pino';
import type { Cluster, ClusterMessage } from './cluster.ts';

const CHANNEL = 'sluice';
/** Milliseconds before a broken connection is made again. */
const RECONNECT = 1000;
/** PostgreSQL refuses longer ones; none of ours comes near. */
const LONGEST = 7900;

interface Letter {
  readonly from: string;
  readonly message: ClusterMessage;
}

export interface PostgresClusterOptions {
  readonly url: string;
  /** Names this process, so that it does not hear itself. */
  readonly owner: string;
  readonly logger: Logger;
}

/** Processes that talk through LISTEN and NOTIFY. What is sent while the database is away is lost. */
export class PostgresCluster implements Cluster {
  readonly #options: PostgresClusterOptions;
  readonly #listeners: ((message: ClusterMessage) => void)[] = [];
  readonly #pool: Pool;
  #waiting: string[] = [];
  #client: Client | undefined;
  #closed = false;

  private constructor(options: PostgresClusterOptions) {
    this.#options = options;
    const { url: connectionString } = options;
    this.#pool = new Pool({ connectionString, max: 1, application_name: 'sluice notify' });
    this.#pool.on('error', () => undefined);
  }

  static async open(options: PostgresClusterOptions): Promise<PostgresCluster> {
    const cluster = new PostgresCluster(options);
    await cluster.#listen();
    return cluster;
  }

  send(message: ClusterMessage): void {
    const letter: Letter = { from: this.#options.owner, message };
    const text = JSON.stringify(letter);
    if (text.length > LONGEST || this.#closed) return;
    if (this.#waiting.length === 0) setImmediate(() => void this.#post());
    this.#waiting.push(text);
  }

  listen(listener: (message: ClusterMessage) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
    await this.#pool.end();
  }

  /** Sends together what came up together. */
  async #post(): Promise<void> {
    const letters = this.#waiting;
    this.#waiting = [];
    try {
      await this.#pool.query('select pg_notify($1, letter) from unnest($2::text[]) as letter', [
        CHANNEL,
        letters,
      ]);
    } catch (error) {
      if (!this.#closed) this.#options.logger.warn({ err: error }, 'other processes were not told');
    }
  }

  async #listen(): Promise<void> {
    const client = new Client({
      connectionString: this.#options.url,
      application_name: 'sluice listen',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('end', () => this.#lost());
    client.on('notification', ({ payload }) => this.#hear(payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
  }

  #hear(payload: string | undefined): void {
    if (payload === undefined) return;
    const { from, message } = JSON.parse(payload) as Letter;
    if (from !== this.#options.owner) this.#tell(message);
  }

  #tell(message: ClusterMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  #lost(): void {
    if (this.#closed) return;
    this.#options.logger.warn('the connection that hears other processes broke');
    const again = async () => {
      if (this.#closed) return;
      try {
        await this.#listen();
        // Whatever was said meanwhile, what is remembered of flows may be old by now.
        this.#tell({ kind: 'flows-changed' });
      } catch {
        setTimeout(() => void again(), RECONNECT).unref();
      }
    };
    setTimeout(() => void again(), RECONNECT).unref();
  }
}
