import Sqlite from 'libsql';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './database.ts';

/**
 * The one connection to the database file: WAL, and every commit forced to the disk before it
 * counts. Queries of the pages go through Kysely; the hot path runs whole batches synchronously
 * through `exclusively`. Both take turns here, so a batch never lands in somebody's transaction.
 */
export class SqliteConnection {
  readonly raw: Sqlite.Database;
  readonly db: Kysely<Tables>;
  readonly #statements = new Map<string, Sqlite.Statement>();
  #turn: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.raw = new Sqlite(file);
    this.raw.exec('pragma journal_mode = wal');
    this.raw.exec('pragma synchronous = full');
    // Waiting here holds up the whole process; commits of the hot path wait for themselves.
    this.raw.exec('pragma busy_timeout = 20');
    this.raw.exec('pragma foreign_keys = on');
    this.raw.exec('pragma wal_autocheckpoint = 2000');
    this.db = new Kysely<Tables>({ dialect: dialectOf(this) });
  }

  /** A prepared statement, made once however often it is asked for. */
  prepare(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.raw.prepare(sql);
    // Queries with lists of varying length would fill this without end.
    if (this.#statements.size < 500) this.#statements.set(sql, statement);
    return statement;
  }

  /** Waits for its turn and returns the function that ends it. */
  async lock(): Promise<() => void> {
    const before = this.#turn;
    let release!: () => void;
    this.#turn = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }

  close(): void {
    this.raw.close();
  }
}

function dialectOf(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => new SqliteDriver(connection),
  };
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  #release: (() => void) | undefined;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#release = await this.#connection.lock();
    return new SyncConnection(this.#connection);
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async beginTransaction(): Promise<void> {
    this.#connection.raw.exec('begin immediate');
  }

  async commitTransaction(): Promise<void> {
    this.#connection.raw.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.raw.exec('rollback');
  }

  async destroy(): Promise<void> {}
}

class SyncConnection implements DatabaseConnection {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#connection.prepare(sql);
    // The parameters go in as one list: a lone null would be taken for an object of named ones.
    if (statement.reader) return { rows: statement.all(parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Lists are read page by page, never streamed.');
  }
}
