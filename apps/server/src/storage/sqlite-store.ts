import Sqlite from 'libsql';
import { decideAcceptance, type Ledger } from './decide-acceptance.ts';
import { decideBeginning } from './decide-beginning.ts';
import { isStorageTrouble } from './is-storage-trouble.ts';
import { type JournalRows, journalColumns, rowsOfEntry } from './journal-rows.ts';
import { migrations, migrationsAfter, refuseNewer } from './migrations.ts';
import type { JournalWork, QueryAnswer, SqliteChannel, WorkEnd } from './sqlite-channel.ts';

const updateRun = `update runs set status = ?, finished_at = ?, wake_at = ?, events = ?
  where id = ? and events = ? and fence = ?`;
const findDuplicate = `select request_id from deduplication
  where trigger_id = ? and key = ? and expires_at > ?`;
const findArrival = `select received_at from signals
  where trigger_id = ? and correlation = ? and received_at <= ?
  order by received_at desc limit 1 offset ?`;
const findParent = `select id from signals
  where trigger_id = ? and correlation = ? and outcome = 'accepted' order by received_at desc limit 1`;

type Table = keyof JournalRows;

const inserts: Readonly<Record<Table, string>> = {
  signals: insertInto('signals'),
  deduplication: `${insertInto('deduplication')} on conflict (trigger_id, key) do update
    set request_id = excluded.request_id, expires_at = excluded.expires_at`,
  runs: insertInto('runs'),
  run_events: insertInto('run_events'),
  run_endings: `${insertInto('run_endings')} on conflict do nothing`,
};

/** Statements that are kept prepared: queries with lists of varying length would fill this without end. */
const MOST_STATEMENTS = 500;

/**
 * The one connection to a database file: WAL, and every commit forced to the disk before it counts.
 * It works synchronously, so whoever must not be held up gives it a thread: see `sqlite-thread.ts`.
 */
export class SqliteStore implements SqliteChannel {
  readonly #raw: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #ledger: Ledger;

  /** Opens a file, or `:memory:`, and brings its schema up to date. */
  constructor(file: string) {
    this.#raw = new Sqlite(file);
    this.#raw.exec('pragma journal_mode = wal');
    this.#raw.exec('pragma synchronous = full');
    // As long as senders can be asked to wait while another program holds the file.
    this.#raw.exec('pragma busy_timeout = 2000');
    this.#raw.exec('pragma foreign_keys = on');
    this.#raw.exec('pragma wal_autocheckpoint = 2000');
    this.#ledger = {
      findDuplicate: (...key) => this.#first<string>(findDuplicate, key),
      findArrival: (triggerUrlId, correlation, { back, until }) =>
        this.#first<number>(findArrival, [triggerUrlId, correlation, until, back]),
      findParent: (...key) => this.#first<string>(findParent, key),
    };
    this.#migrate();
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer> {
    const statement = this.#prepare(sql);
    // The parameters go in as one list: a lone null would be taken for an object of named ones.
    if (statement.reader) return { rows: statement.all(parameters) };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], changes, lastInsertRowid };
  }

  async commit(batch: readonly JournalWork[]): Promise<readonly WorkEnd[]> {
    try {
      return this.#transact(batch);
    } catch (error) {
      // A full or locked database is nobody's fault, and trying each alone would not help.
      if (batch.length === 1 || isStorageTrouble(error)) return batch.map(() => ({ error }));
      // One of them is at fault: each is tried alone, so that the others do not suffer.
      const ends = await Promise.all(batch.map((work) => this.commit([work])));
      return ends.flat();
    }
  }

  async close(): Promise<void> {
    this.#raw.close();
  }

  #transact(batch: readonly JournalWork[]): WorkEnd[] {
    this.#raw.exec('begin immediate');
    try {
      const ends = batch.map((work) => ({ result: this.#do(work) }));
      this.#raw.exec('commit');
      return ends;
    } catch (error) {
      if (this.#raw.inTransaction) this.#raw.exec('rollback');
      throw error;
    }
  }

  #do(work: JournalWork): unknown {
    switch (work.kind) {
      case 'accept':
        return work.candidates.map((candidate) => {
          const { result, rows } = decideAcceptance(candidate, this.#ledger);
          this.#insert(rows);
          return result;
        });
      case 'begin':
        return work.beginnings.map((beginning) => {
          const { result, rows } = decideBeginning(beginning, this.#ledger);
          this.#insert(rows);
          return result;
        });
      case 'append': {
        const { status, finishedAt, wakeAt, events, runId, firstSeq, fence } = work.entry;
        const after = firstSeq + events.length;
        const move = [status, finishedAt, wakeAt, after, runId, firstSeq, fence];
        const moved = this.#run(updateRun, move) > 0;
        if (moved) this.#insert(rowsOfEntry(work.entry));
        return moved;
      }
      case 'reject':
        return this.#insert(work.rows);
    }
  }

  #insert(rows: JournalRows): void {
    for (const table of Object.keys(inserts) as Table[]) {
      for (const row of rows[table]) this.#run(inserts[table], valuesOf(table, row));
    }
  }

  /** A prepared statement, made once however often it is asked for. */
  #prepare(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#raw.prepare(sql);
    if (this.#statements.size < MOST_STATEMENTS) this.#statements.set(sql, statement);
    return statement;
  }

  #run(sql: string, parameters: readonly Value[]): number {
    return this.#prepare(sql).run(parameters).changes;
  }

  /** The only column of the first row. */
  #first<Result>(sql: string, parameters: readonly Value[]): Result | undefined {
    const [row] = this.#prepare(sql).all(parameters) as object[];
    return row && (Object.values(row)[0] as Result);
  }

  /** Each version in a transaction of its own. */
  #migrate(): void {
    const readVersion = (): number => {
      const [row] = this.#raw.prepare('pragma user_version').all([]) as { user_version: number }[];
      return row?.user_version ?? 0;
    };
    refuseNewer(readVersion());
    while (readVersion() < migrations.length) {
      this.#raw.exec('begin immediate');
      // Another process may have been first while this one waited for its turn.
      const current = readVersion();
      const [statements = []] = migrationsAfter(current, 'sqlite');
      for (const statement of statements) this.#raw.exec(statement);
      this.#raw.exec(`pragma user_version = ${Math.min(current + 1, migrations.length)}`);
      this.#raw.exec('commit');
    }
  }
}

type Value = string | number | null;

function insertInto(table: Table): string {
  const columns = Object.keys(journalColumns[table]);
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
}

function valuesOf(table: Table, row: JournalRows[Table][number]): Value[] {
  return Object.keys(journalColumns[table]).map((column) => row[column as never]);
}
