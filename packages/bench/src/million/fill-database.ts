import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'libsql';

/** Runs that are written in one transaction. */
const BATCH = 2000;
const DAY = 86_400_000;

type Row = Record<string, string | number | null>;

/** A real run with its signal and events, as the server stored it; copies are made of it. */
interface Model {
  readonly signal: Row;
  readonly run: Row;
  readonly events: readonly Row[];
}

/**
 * Copies the runs that a stopped server has stored until there are `count` more, spread evenly over
 * the last 30 days. Every row is a real one with other ids, times and titles; one in fifty failed.
 */
export function fillDatabase(dataDir: string, count: number): void {
  const db = new Sqlite(join(dataDir, 'sluice.db'));
  db.exec('pragma synchronous = off');
  const models = readModels(db);
  const now = Date.now();
  for (let first = 0; first < count; first += BATCH) {
    db.exec('begin');
    for (let index = first; index < Math.min(count, first + BATCH); index++) {
      const model = models[index % models.length];
      if (model)
        copy(db, model, { index, at: now - 30 * DAY + Math.floor((index / count) * 30 * DAY) });
    }
    // Their words are kept already; the server would be busy with that for an hour.
    db.exec('delete from unindexed');
    db.exec('commit');
    if ((first / BATCH) % 50 === 49) process.stdout.write(`${first + BATCH} runs written\n`);
  }
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
}

function readModels(db: Sqlite.Database): readonly Model[] {
  const all = (sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as Row[];
  return all('select * from runs').map((run) => {
    const [signal] = all('select * from signals where id = ?', run['signal_id']);
    if (!signal) throw new Error('A run without its signal cannot be copied.');
    const events = all('select * from run_events where run_id = ? order by seq', run['id']);
    return { run, signal, events };
  });
}

function copy(
  db: Sqlite.Database,
  model: Model,
  { index, at }: { index: number; at: number },
): void {
  const runId = idAt(at);
  const signalId = idAt(at);
  const failed = index % 50 === 0;
  const status = failed ? 'failed' : 'succeeded';
  const title = `Ticket ${index}: checkout is slow`;
  const outputs = String(model.signal['outputs']).replaceAll('model-', `copy-${index}-`);
  const signal = insert(db, 'signals', {
    ...model.signal,
    number: null,
    id: signalId,
    received_at: at,
    request_id: runId,
    title,
    outputs,
  });
  insert(db, 'signals_words', {
    rowid: signal,
    words: `§request${runId} §flow${String(model.signal['flow_id'])} §outcomeaccepted ${title} ${outputs}`,
  });
  const run = insert(db, 'runs', {
    ...model.run,
    number: null,
    id: runId,
    signal_id: signalId,
    status,
    title,
    started_at: at,
    finished_at: at + 20,
  });
  const events = model.events.map(({ seq = 0, event }) => {
    const text = String(event).replaceAll(String(model.run['id']), runId);
    const named = text.replaceAll('model-', `copy-${index}-`);
    insert(db, 'run_events', { run_id: runId, seq, event: named });
    return named;
  });
  const marks = `§flow${String(model.run['flow_id'])} §triggertrigger §status${status}`;
  insert(db, 'runs_words', { rowid: run, words: [marks, title, ...events].join(' ') });
}

const statements = new Map<string, Sqlite.Statement>();

/** The number of the row that was added. */
function insert(db: Sqlite.Database, table: string, row: Row): number {
  let statement = statements.get(table);
  if (!statement) {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    statement = db.prepare(`insert into ${table} (${names.join(', ')}) values (${places})`);
    statements.set(table, statement);
  }
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id as the server makes them: 26 characters of which the first ten tell the time. */
function idAt(at: number): string {
  let time = '';
  for (let rest = at, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) {
    time = `${digits[rest % 32]}${time}`;
  }
  return time + [...randomBytes(16)].map((byte) => digits[byte % 32]).join('');
}
