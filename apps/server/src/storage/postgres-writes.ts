import { type JournalRows, journalColumns } from './journal-rows.ts';
import type { RunEntry } from './journal.ts';
import type { PostgresSession, PreparedQuery } from './postgres-pool.ts';

/** What one commit of the journal writes. At most one entry for each run. */
export interface JournalWrites {
  readonly rows: readonly JournalRows[];
  readonly entries: readonly RunEntry[];
}

/**
 * Writes everything in one statement, so that it takes one round trip and is all or nothing. An
 * entry of a run that somebody else has written to is left out: returned are the runs that moved.
 */
export async function writeJournal(
  session: PostgresSession,
  { rows, entries }: JournalWrites,
): Promise<ReadonlySet<string>> {
  const all = <Table extends keyof JournalRows>(table: Table): JournalRows[Table][number][] =>
    rows.flatMap((each) => [...each[table]]);
  // One row cannot be written twice by one statement; the newest holds.
  const remembered = new Map(
    all('deduplication').map((row) => [JSON.stringify([row.trigger_id, row.key]), row]),
  );
  const { rows: moved } = await session.query<{ id: string }>(writeAll, [
    ...listsOf(journalColumns.signals, all('signals')),
    ...listsOf(journalColumns.deduplication, [...remembered.values()]),
    ...listsOf(journalColumns.runs, all('runs')),
    ...listsOf(moveColumns, entries.map(moveOf)),
    ...listsOf(journalColumns.run_events, all('run_events')),
    ...listsOf(journalColumns.run_endings, all('run_endings')),
  ]);
  return new Set(moved.map(({ id }) => id));
}

type Columns = Readonly<Record<string, 'text' | 'bigint' | 'integer'>>;

const moveColumns = {
  id: 'text',
  events: 'integer',
  fence: 'integer',
  status: 'text',
  finished_at: 'bigint',
  wake_at: 'bigint',
  events_after: 'integer',
} as const satisfies Columns;

function moveOf(entry: RunEntry): Record<keyof typeof moveColumns, string | number | null> {
  return {
    id: entry.runId,
    events: entry.firstSeq,
    fence: entry.fence,
    status: entry.status,
    finished_at: entry.finishedAt,
    wake_at: entry.wakeAt,
    events_after: entry.firstSeq + entry.events.length,
  };
}

const writeAll = prepareWrite();

function prepareWrite(): PreparedQuery {
  let bound = 0;
  /** A table of one row for each place of the lists that `listsOf` binds for these columns. */
  const given = (columns: Columns): string => {
    const lists = Object.values(columns).map((type) => `$${(bound += 1)}::${type}[]`);
    return `unnest(${lists.join(', ')}) as given (${Object.keys(columns).join(', ')})`;
  };
  const insert = (table: keyof JournalRows): string => {
    const columns = Object.keys(journalColumns[table]).join(', ');
    return `insert into ${table} (${columns}) select ${columns} from ${given(journalColumns[table])}`;
  };
  const text = `with
    new_signals as (${insert('signals')}),
    remembered as (${insert('deduplication')}
      on conflict (trigger_id, key) do update
      set request_id = excluded.request_id, expires_at = excluded.expires_at),
    new_runs as (${insert('runs')} returning id),
    moved as (
      update runs set status = given.status, finished_at = given.finished_at,
        wake_at = given.wake_at, events = given.events_after,
        lease_owner = case given.status when 'running' then runs.lease_owner end,
        lease_until = case given.status when 'running' then runs.lease_until end
      from ${given(moveColumns)}
      where runs.id = given.id and runs.events = given.events and runs.fence = given.fence
      returning runs.id),
    new_events as (${insert('run_events')}
      where run_id in (select id from new_runs union all select id from moved)),
    new_endings as (${insert('run_endings')} where run_id in (select id from moved)
      on conflict do nothing)
    select id from moved`;
  return { name: 'sluice_journal', text };
}

/** One list for each column. */
function listsOf<Row extends object>(columns: Columns, rows: readonly Row[]): unknown[][] {
  return Object.keys(columns).map((column) => rows.map((row) => row[column as keyof Row]));
}
