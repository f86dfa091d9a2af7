import { DatabaseError, Pool, type PoolClient, type QueryResult, TypeOverrides, types } from 'pg';
import { StorageTrouble } from './storage-trouble.ts';
import { withoutNul } from './without-nul.ts';

/** A statement that is prepared once on each connection, under its name. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
}

/** One connection, held until it is given back. */
export interface PostgresSession {
  query<Row extends object>(
    query: string | PreparedQuery,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
  release(): void;
}

export interface PostgresPoolOptions {
  readonly url: string;
  /** Connections at most. */
  readonly size: number;
  /** Milliseconds that a statement may take. */
  readonly timeoutMs: number;
}

/** Milliseconds to reach the server, or to get a connection that is free. */
const CONNECT_WITHIN = 5000;
/** Milliseconds to wait for what another process has locked. */
const LOCK_WITHIN = 2000;
/** Milliseconds after which a process that stopped within a transaction loses what it has locked. */
const IDLE_WITHIN = 10_000;

/**
 * Connections to PostgreSQL. Whatever keeps the database from being used throws a `StorageTrouble`,
 * and the connection is given up; the next one is made anew, so that nothing has to be restarted.
 */
export class PostgresPool {
  readonly #pool: Pool;

  constructor({ url, size, timeoutMs }: PostgresPoolOptions) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: 'sluice',
      max: size,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_WITHIN,
      idleTimeoutMillis: 30_000,
      statement_timeout: timeoutMs,
      // The server's own time-out does not help when the network swallows its answer.
      query_timeout: timeoutMs + 5000,
      lock_timeout: LOCK_WITHIN,
      idle_in_transaction_session_timeout: IDLE_WITHIN,
      types: numbersForBigints(),
    });
    // A connection that breaks while nobody waits for it is replaced at the next use.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async connect(): Promise<PostgresSession> {
    const client = await this.#connect();
    let broken = false;
    return {
      async query(query, values = []) {
        const asked = typeof query === 'string' ? { text: query } : query;
        try {
          return await client.query({ ...asked, values: values.map(bindable) });
        } catch (error) {
          if (error instanceof DatabaseError && !isTrouble(error)) throw error;
          broken ||= !(error instanceof DatabaseError);
          throw troubleFrom(error);
        }
      },
      release: () => client.release(broken),
    };
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw troubleFrom(error);
    }
  }

  /** Waits for the connections in use, and closes all. */
  end(): Promise<void> {
    return this.#pool.end();
  }
}

/**
 * SQLSTATEs of connections, resources, locks, deadlocks and time-outs, of shutting down, of a
 * server that may only be read and of its disk.
 */
function isTrouble({ code = '' }: DatabaseError): boolean {
  return /^(08|53|57|58|40|25006|25P03|55P03)/.test(code);
}

function troubleFrom(error: unknown): StorageTrouble {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return new StorageTrouble(first instanceof Error ? first.message : String(first), {
    cause: error,
  });
}

function bindable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bindable);
  return typeof value === 'string' ? withoutNul(value) : value;
}

/** Times and counts come as numbers, as they do from SQLite: they stay far below 2^53. */
function numbersForBigints(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}
