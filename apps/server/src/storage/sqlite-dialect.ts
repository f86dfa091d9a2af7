import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteChannel } from './sqlite-channel.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** Lets Kysely ask a database through a channel. */
export function sqliteDialect(channel: SqliteChannel, turns: SqliteTurns): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => new ChannelDriver(channel, turns),
  };
}

class ChannelDriver implements Driver {
  readonly #channel: SqliteChannel;
  readonly #turns: SqliteTurns;

  constructor(channel: SqliteChannel, turns: SqliteTurns) {
    this.#channel = channel;
    this.#turns = turns;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ChannelConnection> {
    return new ChannelConnection(this.#channel, this.#turns);
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(connection: ChannelConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: ChannelConnection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: ChannelConnection): Promise<void> {
    return connection.end('rollback');
  }

  async destroy(): Promise<void> {}
}

class ChannelConnection implements DatabaseConnection {
  readonly #channel: SqliteChannel;
  readonly #turns: SqliteTurns;
  #leave: (() => void) | undefined;

  constructor(channel: SqliteChannel, turns: SqliteTurns) {
    this.#channel = channel;
    this.#turns = turns;
  }

  async begin(): Promise<void> {
    const leave = await this.#turns.enter();
    try {
      await this.#channel.query('begin immediate', []);
      this.#leave = leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** A commit that fails leaves the transaction open, to be rolled back. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#channel.query(how, []);
    } catch (error) {
      if (how === 'commit') throw error;
    }
    this.#leave?.();
    this.#leave = undefined;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const ask = () => this.#channel.query(sql, parameters);
    const answer = this.#leave ? ask() : this.#turns.pass(ask);
    const { rows, changes, lastInsertRowid } = await answer;
    return {
      rows: rows as Row[],
      ...(changes !== undefined && { numAffectedRows: BigInt(changes) }),
      ...(lastInsertRowid !== undefined && { insertId: BigInt(lastInsertRowid) }),
    };
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Lists are read page by page, never streamed.');
  }
}
