import { type Decided, type Ledger, decideAcceptance } from './decide-acceptance.ts';
import { decideBeginning } from './decide-beginning.ts';
import { GroupCommit } from './group-commit.ts';
import { type JournalRows, journalColumns, rowsOfEntry, rowsOfRejection } from './journal-rows.ts';
import type {
  Acceptance,
  Begun,
  Journal,
  RejectedSignal,
  RunBeginning,
  RunEntry,
  SignalCandidate,
} from './journal.ts';
import { LostRun } from './lost-run.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

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

/** The journal on SQLite: prepared statements in group commits. */
export class SqliteJournal implements Journal {
  readonly #connection: SqliteConnection;
  readonly #commit: GroupCommit;
  readonly #ledger: Ledger;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.#commit = new GroupCommit(connection);
    this.#ledger = {
      findDuplicate: (...key) => this.#first<string>(findDuplicate, key),
      findArrival: (triggerUrlId, correlation, { back, until }) =>
        this.#first<number>(findArrival, [triggerUrlId, correlation, until, back]),
      findParent: (...key) => this.#first<string>(findParent, key),
    };
  }

  accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]> {
    return this.#commit.run(() =>
      candidates.map((candidate) => this.#store(decideAcceptance(candidate, this.#ledger))),
    );
  }

  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]> {
    return this.#commit.run(() =>
      beginnings.map((beginning) => this.#store(decideBeginning(beginning, this.#ledger))),
    );
  }

  reject(signal: RejectedSignal): Promise<void> {
    return this.#commit.run(() => this.#insert(rowsOfRejection(signal)));
  }

  append(entry: RunEntry): Promise<void> {
    const { runId, fence, firstSeq, events, status, finishedAt, wakeAt } = entry;
    const rows = rowsOfEntry(entry);
    const after = firstSeq + events.length;
    const move = [status, finishedAt, wakeAt, after, runId, firstSeq, fence];
    return this.#commit.run(() => {
      // Somebody else has written since: this run is not ours any more, or was deleted.
      if (this.#run(updateRun, move) === 0) throw new LostRun(runId);
      this.#insert(rows);
    });
  }

  #store<Result>({ result, rows }: Decided<Result>): Result {
    this.#insert(rows);
    return result;
  }

  #insert(rows: JournalRows): void {
    for (const table of Object.keys(inserts) as Table[]) {
      for (const row of rows[table]) this.#run(inserts[table], valuesOf(table, row));
    }
  }

  #run(sql: string, parameters: readonly Value[]): number {
    return this.#connection.prepare(sql).run(parameters).changes;
  }

  /** The only column of the first row. */
  #first<Result>(sql: string, parameters: readonly Value[]): Result | undefined {
    const [row] = this.#connection.prepare(sql).all(parameters) as object[];
    return row && (Object.values(row)[0] as Result);
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
