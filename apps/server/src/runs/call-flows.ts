import {
  type CalledRun,
  type FlowCall,
  type FlowCaller,
  StepError,
  StepWait,
} from '@sluice/connector-kit';
import { type Run, type RunStatus, foldRun, isOver } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import type { Journal, RunBeginning } from '../storage/journal.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun, listCalledRuns } from '../storage/runs.ts';
import { beginningOf } from '../triggers/begin-run.ts';
import type { LiveTrigger, LiveTriggers } from '../triggers/live-triggers.ts';

export interface CallFlowsNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly triggers: LiveTriggers;
  /** Goes on with a run that was just stored. */
  readonly begun: (beginning: RunBeginning, trigger: LiveTrigger) => void;
}

/** The step that calls. */
export interface Caller {
  readonly runId: string;
  readonly nodeId: string;
  /** When its run began or was last retried: a call that failed before that is made once more. */
  readonly activeSince: string;
}

/** Calls within calls. A flow that calls itself ends here. */
const DEEPEST = 10;
/** Milliseconds after which a step looks for itself whether its calls are over. */
const LOOK_AGAIN = 30_000;

/** Gives a step the means to run other flows. */
export function callFlows(caller: Caller, needs: CallFlowsNeeds): FlowCaller {
  return {
    run: async (calls, atOnce) => {
      const known = await calledRuns(caller, needs.db);
      const missing = calls.filter((call) => !known.has(call.key));
      const open = [...known.values()].filter((run) => !isOver(run.status)).length;
      const next = missing.slice(0, Math.max(0, atOnce - open));
      if (next.length > 0) await begin(next, caller, needs);
      if (missing.length > 0 || open > 0) {
        const left = missing.length + open;
        throw new StepWait(
          new Date(Date.now() + LOOK_AGAIN),
          `Waits for ${runs(left)} it called.`,
          {
            forRuns: true,
          },
        );
      }
      const results: CalledRun[] = [];
      for (const { key } of calls) results.push(await resultOf(known.get(key)?.id ?? '', needs.db));
      return results;
    },
  };
}

interface Known {
  readonly id: string;
  readonly status: RunStatus;
}

/** The newest run of each call, without those that failed before the step was retried. */
async function calledRuns(caller: Caller, db: Database): Promise<ReadonlyMap<string, Known>> {
  const since = Date.parse(caller.activeSince);
  const known = new Map<string, Known>();
  for (const run of await listCalledRuns(db, caller)) {
    const stale = run.status !== 'succeeded' && run.finished_at !== null && run.finished_at < since;
    const key = run.parent_key ?? '';
    if (!stale && !known.has(key)) known.set(key, run);
  }
  return known;
}

async function begin(calls: readonly FlowCall[], caller: Caller, needs: CallFlowsNeeds) {
  const { runId, nodeId, activeSince } = caller;
  const depth = ((await findRun(needs.db, runId))?.row.depth ?? 0) + 1;
  if (depth > DEEPEST) {
    throw new StepError({
      code: 'refused',
      message: `Flows may call each other ${DEEPEST} deep, and this call would be one deeper.`,
      hint: 'Look whether a flow calls itself without end.',
    });
  }
  const callable = await needs.triggers.ofSource('call');
  const beginnings = calls.map(({ key, flowId, inputs }) => {
    const trigger = callable.find(({ flow }) => flow.id === flowId);
    if (!trigger) throw notCallable();
    const parent = { runId, nodeId, key, depth };
    const occasion = `call ${runId} ${nodeId} ${key} ${activeSince}`;
    return { trigger, beginning: beginningOf(trigger, { body: inputs, parent, key: occasion }) };
  });
  const begun = await needs.journal.begin(beginnings.map(({ beginning }) => beginning));
  beginnings.forEach(({ beginning, trigger }, index) => {
    if (begun[index]?.isNew) needs.begun(beginning, trigger);
  });
}

async function resultOf(runId: string, db: Database): Promise<CalledRun> {
  const run = foldRun(await readEvents(db, runId));
  const message = whyFailed(run);
  return {
    runId,
    status: run.status === 'succeeded' || run.status === 'cancelled' ? run.status : 'failed',
    answer: run.answer?.body,
    ...(message !== undefined && { message }),
  };
}

function whyFailed(run: Run): string | undefined {
  if (run.status === 'cancelled') return 'It was cancelled.';
  if (run.status !== 'failed') return undefined;
  const failed = Object.values(run.steps).find(
    (step) => step.status === 'failed' && !step.exits?.length,
  );
  return run.message ?? failed?.failure?.message ?? 'It failed.';
}

function notCallable(): StepError {
  return new StepError({
    code: 'not-found',
    message: 'The called flow is not there, is switched off, or has no trigger that can be called.',
    hint: 'Publish it with the Callable trigger, switch it on, and choose it again.',
    input: 'flowId',
  });
}

function runs(count: number): string {
  return count === 1 ? 'a run' : `${count} runs`;
}
