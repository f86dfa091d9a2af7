import type { RunStarted } from '@sluice/schema';
import { GroupCommit } from './group-commit.ts';
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

const insertSignal = `insert into signals
  (id, trigger_id, flow_id, received_at, outcome, reason, status_code, user_name, request_id,
   parent_id, correlation, title, outputs, payload, content_type, remote_address)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertRun = `insert into runs
  (id, flow_id, flow_version, signal_id, trigger_id, trigger_name, status, title, test, started_at, finished_at,
   wake_at, events, origin_run_id, parent_run_id, parent_node_id, parent_key, depth)
  values (?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, null, null, 1, ?, ?, ?, ?, ?)`;
const insertEvent = `insert into run_events (run_id, seq, event) values (?, ?, ?)`;
const updateRun = `update runs set status = ?, finished_at = ?, wake_at = ?, events = ?
  where id = ? and events = ? and fence = ?`;
const insertEnding = `insert into run_endings (run_id, at) values (?, ?) on conflict do nothing`;
const findDuplicate = `select request_id from deduplication
  where trigger_id = ? and key = ? and expires_at > ?`;
const remember = `insert into deduplication (trigger_id, key, request_id, expires_at)
  values (?, ?, ?, ?) on conflict (trigger_id, key) do update
  set request_id = excluded.request_id, expires_at = excluded.expires_at`;
/** The arrival that lies `threshold` signals back: if it is within the period, this is a flood. */
const findArrival = `select received_at from signals
  where trigger_id = ? and correlation = ? order by received_at desc limit 1 offset ?`;
const findParent = `select id from signals
  where trigger_id = ? and correlation = ? and outcome = 'accepted' order by received_at desc limit 1`;

/** The journal on SQLite: prepared statements in group commits. */
export class SqliteJournal implements Journal {
  readonly #connection: SqliteConnection;
  readonly #commit: GroupCommit;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.#commit = new GroupCommit(connection);
  }

  accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]> {
    return this.#commit.run(() => candidates.map((candidate) => this.#accept(candidate)));
  }

  reject(signal: RejectedSignal): Promise<void> {
    return this.#commit.run(() => {
      this.#run(insertSignal, [
        signal.signalId,
        signal.triggerUrlId ?? null,
        signal.flowId ?? null,
        signal.receivedAt,
        'rejected',
        signal.reason,
        signal.statusCode,
        signal.userName ?? null,
        null,
        null,
        null,
        '',
        '{}',
        signal.payload ?? null,
        signal.contentType ?? null,
        signal.remoteAddress ?? null,
      ]);
    });
  }

  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]> {
    return this.#commit.run(() => beginnings.map((beginning) => this.#begin(beginning)));
  }

  append(entry: RunEntry): Promise<void> {
    const { runId, firstSeq, events, status, finishedAt, wakeAt } = entry;
    const lines = events.map((event) => JSON.stringify(event));
    return this.#commit.run(() => {
      const after = firstSeq + events.length;
      const changes = this.#run(updateRun, [
        status,
        finishedAt,
        wakeAt,
        after,
        runId,
        firstSeq,
        entry.fence,
      ]);
      // Somebody else has written since: this run is not ours any more, or was deleted.
      if (changes === 0) throw new LostRun(runId);
      lines.forEach((line, index) => this.#run(insertEvent, [runId, firstSeq + index, line]));
      if (entry.tellEnding) this.#run(insertEnding, [runId, finishedAt]);
    });
  }

  #begin({ start, title, triggerName, signalId, key }: RunBeginning): Begun {
    const at = Date.parse(start.at);
    if (key) {
      const seen = this.#first(findDuplicate, [key.triggerUrlId, key.key, at]);
      if (seen) return { requestId: String(seen['request_id']), isNew: false };
      this.#run(remember, [key.triggerUrlId, key.key, start.runId, at + key.keptMs]);
    }
    this.#insertRun(start, { title, triggerName, signalId: signalId ?? null });
    return { requestId: start.runId, isNew: true };
  }

  #accept(candidate: SignalCandidate): Acceptance {
    const acceptance = this.#decide(candidate);
    this.#insertSignal(candidate, acceptance);
    if (acceptance.outcome === 'duplicate') return acceptance;
    for (const key of candidate.deduplication) {
      const expiresAt = candidate.receivedAt + candidate.deduplicationMs;
      this.#run(remember, [candidate.triggerUrlId, key, candidate.requestId, expiresAt]);
    }
    if (acceptance.outcome === 'accepted') {
      this.#insertRun(acceptance.start, candidate);
    }
    return acceptance;
  }

  #decide(candidate: SignalCandidate): Acceptance {
    const { triggerUrlId, receivedAt, requestId, flood } = candidate;
    for (const key of candidate.deduplication) {
      const seen = this.#first(findDuplicate, [triggerUrlId, key, receivedAt]);
      if (seen) return { outcome: 'duplicate', requestId: String(seen['request_id']) };
    }
    if (flood) {
      const { correlation, threshold, periodMs } = flood;
      const earlier = this.#first(findArrival, [triggerUrlId, correlation, threshold - 1]);
      if (earlier && Number(earlier['received_at']) > receivedAt - periodMs) {
        const parent = this.#first(findParent, [triggerUrlId, correlation]);
        return { outcome: 'suppressed', requestId, parentId: parent ? String(parent['id']) : null };
      }
    }
    return { outcome: 'accepted', requestId, start: startOf(candidate) };
  }

  #insertSignal(candidate: SignalCandidate, acceptance: Acceptance): void {
    this.#run(insertSignal, [
      candidate.signalId,
      candidate.triggerUrlId,
      candidate.flowId,
      candidate.receivedAt,
      acceptance.outcome,
      reasonFor(candidate, acceptance),
      202,
      candidate.userName ?? null,
      acceptance.requestId,
      acceptance.outcome === 'suppressed' ? acceptance.parentId : null,
      // Duplicates are no arrivals: a sender that repeats itself is not a flood.
      acceptance.outcome === 'duplicate' ? null : (candidate.flood?.correlation ?? null),
      candidate.title,
      JSON.stringify(candidate.outputs),
      candidate.payload ?? null,
      candidate.contentType ?? null,
      candidate.remoteAddress ?? null,
    ]);
  }

  #insertRun(start: RunStarted, { title, triggerName, signalId }: RunLabels): void {
    this.#run(insertRun, [
      start.runId,
      start.flowId,
      start.flowVersion,
      signalId,
      start.triggerId,
      triggerName,
      title,
      start.test ? 1 : 0,
      Date.parse(start.at),
      start.originRunId ?? null,
      start.parent?.runId ?? null,
      start.parent?.nodeId ?? null,
      start.parent?.key ?? null,
      start.parent?.depth ?? 0,
    ]);
    this.#run(insertEvent, [start.runId, 0, JSON.stringify(start)]);
  }

  #run(sql: string, parameters: readonly (string | number | null)[]): number {
    return this.#connection.prepare(sql).run(parameters).changes;
  }

  #first(
    sql: string,
    parameters: readonly (string | number | null)[],
  ): Readonly<Record<string, unknown>> | undefined {
    return this.#connection.prepare(sql).all(parameters)[0] as Record<string, unknown> | undefined;
  }
}

interface RunLabels {
  readonly title: string;
  readonly triggerName: string;
  readonly signalId: string | null;
}

function startOf(candidate: SignalCandidate): RunStarted {
  return {
    type: 'run.started',
    at: new Date(candidate.receivedAt).toISOString(),
    runId: candidate.requestId,
    flowId: candidate.flowId,
    flowVersion: candidate.flowVersion,
    triggerId: candidate.nodeId,
    outputs: candidate.outputs,
    ...(candidate.incomplete && { incomplete: true }),
    ...(candidate.test && { test: true }),
  };
}

function reasonFor({ note, flood }: SignalCandidate, { outcome }: Acceptance): string | null {
  if (outcome === 'duplicate')
    return 'The same event has arrived before, so it started no second run.';
  if (outcome === 'suppressed' && flood) {
    const { threshold, periodMs } = flood;
    return `More than ${threshold} correlated signals arrived within ${periodMs / 1000} seconds.`;
  }
  return note ?? null;
}
