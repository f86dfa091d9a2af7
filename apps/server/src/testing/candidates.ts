import type { RunBeginning, RunEntry, SignalCandidate } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';

/** For tests: a signal that is accepted unless the changes say otherwise. */
export function candidate(changes: Partial<SignalCandidate> = {}): SignalCandidate {
  return {
    signalId: newId(),
    requestId: newId(),
    triggerUrlId: 't1',
    flowId: 'f1',
    flowVersion: 1,
    nodeId: 'trigger',
    triggerName: 'Ticket logged',
    receivedAt: 1000,
    title: 'A signal',
    outputs: {},
    incomplete: false,
    test: false,
    deduplication: [],
    deduplicationMs: 0,
    ...changes,
  };
}

/** For tests: the end of a run that has only begun. */
export function ending(runId: string): RunEntry {
  return {
    runId,
    firstSeq: 1,
    events: [{ type: 'run.finished', at: '2026-01-01T00:00:00.000Z' }],
    status: 'succeeded',
    finishedAt: 1,
    wakeAt: null,
    fence: 0,
    tellEnding: false,
  };
}

/** For tests: a run that a step of run `p` called, by the name of the call. */
export function beginning(key: string): RunBeginning {
  return {
    start: {
      type: 'run.started',
      at: '2026-01-01T00:00:00.000Z',
      runId: newId(),
      flowId: 'f1',
      flowVersion: 1,
      triggerId: 'trigger',
      outputs: {},
      parent: { runId: 'p', nodeId: 'call', key, depth: 1 },
    },
    title: 'A call',
    triggerName: 'Called',
    key: { triggerUrlId: 't1', key: `call ${key}`, keptMs: 1000 },
  };
}
