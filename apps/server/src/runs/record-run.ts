import {
  type LiveMessage,
  type Run,
  type RunEvent,
  type RunSummary,
  extended,
  isOver,
  isSettled,
} from '@sluice/schema';
import type { Journal } from '../storage/journal.ts';

/** A run as it is stored, by whoever holds it now. */
export interface HeldRun {
  readonly run: Run;
  /** How many events are stored. */
  readonly events: number;
  readonly fence: number;
  readonly summary: RunSummary;
}

export interface RecorderNeeds {
  readonly journal: Journal;
  /** Shows events once they are durable. */
  readonly show: (message: LiveMessage, firstSeq: number) => void;
  /** When a run that only waits is due, in milliseconds since 1970. */
  readonly wakeTime: (run: Run) => number | undefined;
  /** The run's end is stored, and somebody is to be told of it. */
  readonly ended: (runId: string) => void;
}

/** Stores a run's events, one batch after another; with each batch goes the run as it stands after it. */
export function recordRun(held: HeldRun, needs: RecorderNeeds) {
  const { journal, show, wakeTime, ended } = needs;
  const { fence, summary } = held;
  let { events: seq } = held;
  let wasOver = isOver(held.run.status);
  let turn: Promise<void> = Promise.resolve();

  return (events: readonly RunEvent[], after: Run): Promise<void> => {
    const firstSeq = seq;
    seq += events.length;
    const tellEnding = !wasOver && isOver(after.status) && concernsOthers(after, summary);
    wasOver = isOver(after.status);
    turn = turn.then(async () => {
      await journal.append({
        runId: after.id,
        fence,
        firstSeq,
        events,
        status: after.status,
        finishedAt: after.finishedAt === undefined ? null : Date.parse(after.finishedAt),
        wakeAt: wakeTime(after) ?? null,
        tellEnding,
      });
      show({ run: shown(summary, after), events }, firstSeq);
      if (tellEnding) ended(after.id);
    });
    return turn;
  };
}

/**
 * A run that called it waits for its end; a failure may start others, but for that of a test; and
 * what it was about to do may be runs that it called.
 */
function concernsOthers(run: Run, summary: RunSummary): boolean {
  if (run.parent !== undefined || (run.status === 'failed' && !summary.test)) return true;
  return Object.values(run.steps).some((step) => !isSettled(step));
}

function shown(summary: RunSummary, { status, finishedAt }: Run): RunSummary {
  const { finishedAt: _before, ...rest } = summary;
  return extended(rest, { status, ...(finishedAt !== undefined && { finishedAt }) });
}
