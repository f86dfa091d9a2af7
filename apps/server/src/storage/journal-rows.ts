import type { RunStarted } from '@sluice/schema';
import type { Selectable } from 'kysely';
import type {
  DeduplicationTable,
  RunEndingsTable,
  RunEventsTable,
  RunRow,
  RunsTable,
  SignalsTable,
} from './database.ts';
import { withoutNul } from './without-nul.ts';
import { type Decision, type WrittenCandidate, headOf } from './written-candidate.ts';
import type { RejectedSignal, RunBeginning } from './journal.ts';
import type { WrittenEntry } from './written-entry.ts';

/** The rows that the journal adds, by table. */
export interface JournalRows {
  readonly signals: readonly SignalsTable[];
  readonly deduplication: readonly DeduplicationTable[];
  readonly runs: readonly RunRow[];
  readonly run_events: readonly Selectable<RunEventsTable>[];
  readonly run_endings: readonly Selectable<RunEndingsTable>[];
}

type ColumnType = 'text' | 'bigint' | 'integer';

/** The columns that the journal fills in each table, with their types, in the order it binds them. */
export const journalColumns = {
  signals: {
    id: 'text',
    trigger_id: 'text',
    flow_id: 'text',
    received_at: 'bigint',
    outcome: 'text',
    reason: 'text',
    status_code: 'integer',
    user_name: 'text',
    request_id: 'text',
    parent_id: 'text',
    correlation: 'text',
    title: 'text',
    outputs: 'text',
    payload: 'text',
    content_type: 'text',
    remote_address: 'text',
  } satisfies Record<keyof SignalsTable, ColumnType>,
  deduplication: {
    trigger_id: 'text',
    key: 'text',
    request_id: 'text',
    expires_at: 'bigint',
  } satisfies Record<keyof DeduplicationTable, ColumnType>,
  runs: {
    id: 'text',
    flow_id: 'text',
    flow_version: 'integer',
    signal_id: 'text',
    trigger_id: 'text',
    trigger_name: 'text',
    status: 'text',
    title: 'text',
    test: 'integer',
    started_at: 'bigint',
    finished_at: 'bigint',
    wake_at: 'bigint',
    events: 'integer',
    only_node_id: 'text',
    origin_run_id: 'text',
    parent_run_id: 'text',
    parent_node_id: 'text',
    parent_key: 'text',
    depth: 'integer',
    fence: 'integer',
    lease_owner: 'text',
    lease_until: 'bigint',
  } satisfies Record<keyof RunsTable, ColumnType>,
  run_events: {
    run_id: 'text',
    seq: 'integer',
    event: 'text',
  } satisfies Record<keyof RunEventsTable, ColumnType>,
  run_endings: {
    run_id: 'text',
    at: 'bigint',
  } satisfies Record<keyof RunEndingsTable, ColumnType>,
} as const;

/** What an accepted, duplicate or suppressed signal leaves behind. */
export function rowsOfAcceptance(candidate: WrittenCandidate, decision: Decision): JournalRows {
  const { triggerUrlId, requestId, receivedAt, deduplicationMs } = candidate;
  const signals = [signalRow(candidate, decision)];
  if (decision.outcome === 'duplicate') return { ...noRows, signals };
  const deduplication = candidate.deduplication.map((key) => ({
    trigger_id: triggerUrlId,
    key,
    request_id: requestId,
    expires_at: receivedAt + deduplicationMs,
  }));
  if (decision.outcome === 'suppressed') return { ...noRows, signals, deduplication };
  const { outputs, title, triggerName, signalId } = candidate;
  const begun = rowsOfStart(headOf(candidate), { outputs, title, triggerName, signalId });
  return { ...noRows, ...begun, signals, deduplication };
}

/** What a run leaves behind that no signal started. */
export function rowsOfBeginning({
  start,
  title,
  triggerName,
  signalId,
  key,
}: RunBeginning): JournalRows {
  const deduplication = key
    ? [
        {
          trigger_id: key.triggerUrlId,
          key: key.key,
          request_id: start.runId,
          expires_at: Date.parse(start.at) + key.keptMs,
        },
      ]
    : [];
  const { outputs, ...head } = start;
  const about = { title, triggerName, signalId: signalId ?? null };
  const begun = rowsOfStart(head, { ...about, outputs: JSON.stringify(outputs) });
  return { ...noRows, ...begun, deduplication };
}

/** What a signal leaves behind that started nothing. */
export function rowsOfRejection(signal: RejectedSignal): JournalRows {
  const row: SignalsTable = {
    id: signal.signalId,
    trigger_id: signal.triggerUrlId ?? null,
    flow_id: signal.flowId ?? null,
    received_at: signal.receivedAt,
    outcome: 'rejected',
    reason: signal.reason,
    status_code: signal.statusCode,
    user_name: storable(signal.userName),
    request_id: null,
    parent_id: null,
    correlation: null,
    title: '',
    outputs: '{}',
    payload: storable(signal.payload),
    content_type: storable(signal.contentType),
    remote_address: signal.remoteAddress ?? null,
  };
  return { ...noRows, signals: [row] };
}

/** The events of an entry, numbered, and the end of its run if somebody is to be told of it. */
export function rowsOfEntry(entry: WrittenEntry): JournalRows {
  const { runId, firstSeq, events, finishedAt, tellEnding } = entry;
  const run_events = events.map((event, index) => ({
    run_id: runId,
    seq: firstSeq + index,
    event,
  }));
  const ended = tellEnding && finishedAt !== null;
  return { ...noRows, run_events, run_endings: ended ? [{ run_id: runId, at: finishedAt }] : [] };
}

/** Nothing at all. */
export const noRows: JournalRows = {
  signals: [],
  deduplication: [],
  runs: [],
  run_events: [],
  run_endings: [],
};

function signalRow(candidate: WrittenCandidate, decision: Decision): SignalsTable {
  return {
    id: candidate.signalId,
    trigger_id: candidate.triggerUrlId,
    flow_id: candidate.flowId,
    received_at: candidate.receivedAt,
    outcome: decision.outcome,
    reason: reasonFor(candidate, decision),
    status_code: 202,
    user_name: storable(candidate.userName),
    request_id: decision.requestId,
    parent_id: decision.outcome === 'suppressed' ? decision.parentId : null,
    // Duplicates are no arrivals: a sender that repeats itself is not a flood.
    correlation: decision.outcome === 'duplicate' ? null : (candidate.flood?.correlation ?? null),
    title: withoutNul(candidate.title),
    outputs: candidate.outputs,
    payload: storable(candidate.payload),
    content_type: storable(candidate.contentType),
    remote_address: candidate.remoteAddress ?? null,
  };
}

interface RunDetails {
  /** As JSON. */
  readonly outputs: string;
  readonly title: string;
  readonly triggerName: string;
  readonly signalId: string | null;
}

function rowsOfStart(
  start: Omit<RunStarted, 'outputs'>,
  { outputs, title, triggerName, signalId }: RunDetails,
): Pick<JournalRows, 'runs' | 'run_events'> {
  const run: RunRow = {
    id: start.runId,
    flow_id: start.flowId,
    flow_version: start.flowVersion,
    signal_id: signalId,
    trigger_id: start.triggerId,
    trigger_name: triggerName,
    status: 'running',
    title: withoutNul(title),
    test: start.test ? 1 : 0,
    started_at: Date.parse(start.at),
    finished_at: null,
    wake_at: null,
    events: 1,
    only_node_id: start.only ?? null,
    origin_run_id: start.originRunId ?? null,
    parent_run_id: start.parent?.runId ?? null,
    parent_node_id: start.parent?.nodeId ?? null,
    parent_key: start.parent?.key ?? null,
    depth: start.parent?.depth ?? 0,
    fence: 0,
    lease_owner: null,
    lease_until: null,
  };
  const event = `${JSON.stringify(start).slice(0, -1)},"outputs":${outputs}}`;
  return { runs: [run], run_events: [{ run_id: start.runId, seq: 0, event }] };
}

function reasonFor({ note, flood }: WrittenCandidate, { outcome }: Decision): string | null {
  if (outcome === 'duplicate')
    return 'The same event has arrived before, so it started no second run.';
  if (outcome === 'suppressed' && flood) {
    const { threshold, periodMs } = flood;
    return `More than ${threshold} correlated signals arrived within ${periodMs / 1000} seconds.`;
  }
  return note ?? null;
}

function storable(text: string | undefined): string | null {
  return text === undefined ? null : withoutNul(text);
}
