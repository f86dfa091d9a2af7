import type { Failure } from './failure.ts';
import type { NodeId } from '../flow/flow.ts';
import type { GivenOutputs } from '../flow/pinned.ts';
import type {
  RunAnswer,
  RunEvent,
  RunParent,
  RunStarted,
  StepEvent,
  StepReport,
} from './run-event.ts';
import { type StepStretch, stretchesAfter } from './step-stretch.ts';
import { extended } from '../values/extended.ts';
import type { Values } from '../values/values.ts';

/** One journey through a flow. It is always the fold of its events, never edited by hand. */
export interface Run {
  readonly id: string;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly status: RunStatus;
  readonly triggerId: NodeId;
  readonly triggerOutputs: Values;
  /** The trigger still has to fetch the rest of its outputs. */
  readonly incomplete: boolean;
  readonly steps: Readonly<Record<NodeId, StepRun>>;
  readonly startedAt: string;
  /** When it began, or was last retried: from then its time is counted. */
  readonly activeSince: string;
  readonly finishedAt?: string;
  readonly cancelledBy?: string;
  /** Why it was ended before its steps were through. */
  readonly message?: string;
  readonly answer?: RunAnswer;
  readonly parent?: RunParent;
  readonly originRunId?: string;
  /** The one step that it tests; nothing else of its drawing runs. */
  readonly only?: NodeId;
  /** Outputs that stand for those of steps it comes to, which are then not run. */
  readonly given?: Readonly<Record<NodeId, GivenOutputs>>;
  /** When somebody had it go on from what had failed, oldest first. */
  readonly retries?: readonly RunRetry[];
}

export interface RunRetry {
  readonly at: string;
  readonly by?: string;
}

export const runStatuses = ['running', 'waiting', 'succeeded', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatuses)[number];

export const stepStatuses = [
  'running',
  'waiting',
  'retrying',
  'succeeded',
  'failed',
  'skipped',
] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** How far one step has come in a run. */
export interface StepRun {
  readonly status: StepStatus;
  readonly inputs: Values;
  readonly attempt: number;
  /** Attempts before it was last retried by hand: they do not count against its limit. */
  readonly earlierAttempts?: number;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly outputs?: Values;
  readonly failure?: Failure;
  /** The exits taken, once the step has ended. */
  readonly exits?: readonly string[];
  /** When a waiting or retrying step is due. */
  readonly until?: string;
  /** Why it waits. */
  readonly why?: string;
  /** It waits for runs that it started. */
  readonly forRuns?: boolean;
  /** An attempt may have done its work although no usable answer came. */
  readonly unsure?: boolean;
  readonly mayHaveRepeated?: boolean;
  /** It was not run: its outputs were handed to the run. */
  readonly given?: boolean;
  /** Its attempts and pauses, oldest first; of very many, the newest. */
  readonly stretches?: readonly StepStretch[];
  readonly report?: StepReport;
}

/** Opens a run from the event that began it. */
export function openRun(event: RunStarted): Run {
  return {
    id: event.runId,
    flowId: event.flowId,
    flowVersion: event.flowVersion,
    status: 'running',
    triggerId: event.triggerId,
    triggerOutputs: event.outputs,
    incomplete: event.incomplete ?? false,
    steps: event.only === undefined ? {} : givenSteps(event),
    startedAt: event.at,
    activeSince: event.at,
    ...(event.parent && { parent: event.parent }),
    ...(event.originRunId !== undefined && { originRunId: event.originRunId }),
    ...(event.only === undefined ? event.given && { given: event.given } : { only: event.only }),
  };
}

/** What a test of one step is handed stands there as if it had happened. */
function givenSteps({ at, given = {} }: RunStarted): Readonly<Record<NodeId, StepRun>> {
  const steps = Object.entries(given).map(([nodeId, { outputs, exits = [] }]) => {
    const step = { status: 'succeeded', inputs: {}, attempt: 0, finishedAt: at } as const;
    return [nodeId, { ...step, outputs, exits, given: true }] as const;
  });
  return Object.fromEntries(steps);
}

/** Returns the run as it stands after one more event. */
export function reduceRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'run.started':
      return openRun(event);
    case 'run.cancelled':
      return {
        ...run,
        status: 'cancelled',
        finishedAt: event.at,
        ...(event.by !== undefined && { cancelledBy: event.by }),
      };
    case 'run.retried':
      return reopen(run, event);
    case 'run.finished':
      return extended(run, {
        status: event.as ?? (Object.values(run.steps).some(isUnhandled) ? 'failed' : 'succeeded'),
        finishedAt: event.at,
        ...(event.message !== undefined && { message: event.message }),
      });
    case 'step.succeeded': {
      const after = withSteps(run, { [event.nodeId]: reduceStep(run.steps[event.nodeId], event) });
      return event.answer ? { ...after, answer: event.answer } : after;
    }
    default:
      return withSteps(run, { [event.nodeId]: reduceStep(run.steps[event.nodeId], event) });
  }
}

/**
 * Takes back a run's end: what failed is due again, what was skipped is open again, and what
 * succeeded or was handled stays as it is.
 */
function reopen(run: Run, { at, by }: Extract<RunEvent, { type: 'run.retried' }>): Run {
  const { finishedAt: _finished, cancelledBy: _by, message: _message, ...open } = run;
  const steps = Object.entries(run.steps).flatMap(([nodeId, step]): [NodeId, StepRun][] => {
    if (step.status === 'skipped') return [];
    if (!isUnhandled(step)) return [[nodeId, step]];
    const { finishedAt: _end, exits: _exits, ...failed } = step;
    return [[nodeId, { ...failed, status: 'retrying', until: at, earlierAttempts: step.attempt }]];
  });
  const retries = [...(run.retries ?? []), { at, ...(by !== undefined && { by }) }];
  const again = { status: 'running', activeSince: at, retries } as const;
  return { ...open, ...again, steps: Object.fromEntries(steps) };
}

/** The outputs a node has produced so far in this run, if it has produced any. */
export function outputsOf(run: Run, nodeId: NodeId): Values | undefined {
  const step = run.steps[nodeId];
  if (step?.status === 'succeeded') return step.outputs;
  if (step?.status === 'failed' && step.failure && step.exits?.length) {
    return { code: step.failure.code, message: step.failure.message, status: step.failure.status };
  }
  if (nodeId === run.triggerId) return run.incomplete ? undefined : run.triggerOutputs;
  return undefined;
}

/** Whether the run is over and there is something in it to be done again. */
export function isRetriable(run: Run): boolean {
  if (run.status !== 'failed' && run.status !== 'cancelled') return false;
  return Object.values(run.steps).some((step) => isUnhandled(step) || !isSettled(step));
}

/** Whether nothing more can happen to the run. */
export function isOver(status: RunStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled';
}

/** Returns a step as it stands after one more event. */
export function reduceStep(step: StepRun | undefined, event: StepEvent): StepRun {
  const before: StepRun = step ?? { status: 'running', inputs: {}, attempt: 0 };
  const stretches = stretchesAfter(before, event);
  const after = statusAfter(before, event);
  return stretches ? extended(after, { stretches }) : after;
}

function statusAfter(before: StepRun, event: StepEvent): StepRun {
  switch (event.type) {
    case 'step.started':
      return {
        status: 'running',
        inputs: event.inputs,
        attempt: event.attempt,
        startedAt: before.startedAt ?? event.at,
        ...((event.unsure || before.unsure) && { unsure: true }),
        ...((event.mayHaveRepeated || before.mayHaveRepeated) && { mayHaveRepeated: true }),
        ...(before.earlierAttempts !== undefined && { earlierAttempts: before.earlierAttempts }),
        ...(before.report && { report: before.report }),
      };
    case 'step.succeeded':
      return extended(withoutPause(before), {
        status: 'succeeded',
        finishedAt: event.at,
        outputs: event.outputs,
        exits: event.exits,
        ...(event.given && { given: true }),
        ...reportAfter(before, event.report),
      });
    case 'step.failed':
      return {
        ...withoutPause(before),
        status: 'failed',
        finishedAt: event.at,
        failure: event.failure,
        exits: event.exits,
        ...((event.failure.outcomeUnknown || before.unsure) && { unsure: true }),
        ...reportAfter(before, event.report),
      };
    case 'step.retrying':
      return {
        ...before,
        status: 'retrying',
        failure: event.failure,
        until: event.until,
        ...((event.failure.outcomeUnknown || before.unsure) && { unsure: true }),
        ...reportAfter(before, event.report),
      };
    case 'step.waiting':
      return {
        ...before,
        status: 'waiting',
        until: event.until,
        why: event.why,
        ...((event.unsure || before.unsure) && { unsure: true }),
        ...(event.forRuns && { forRuns: true }),
      };
    case 'step.skipped':
      return { ...before, status: 'skipped', finishedAt: event.at, exits: [] };
  }
}

function withoutPause({
  until: _until,
  why: _why,
  forRuns: _forRuns,
  failure: _failure,
  unsure: _unsure,
  ...step
}: StepRun): StepRun {
  return step;
}

function reportAfter(before: StepRun, report: StepReport | undefined): { report?: StepReport } {
  if (!report) return before.report ? { report: before.report } : {};
  return {
    report: {
      log: [...(before.report?.log ?? []), ...report.log],
      exchanges: [...(before.report?.exchanges ?? []), ...report.exchanges],
    },
  };
}

/** Adds steps' new states, and settles whether the run as a whole is only waiting. */
export function withSteps(run: Run, changed: Readonly<Record<NodeId, StepRun>>): Run {
  const steps = extended(run.steps, changed);
  if (isOver(run.status)) return { ...run, steps };
  return extended(run, { status: onlyWaits(steps) ? 'waiting' : 'running', steps });
}

function onlyWaits(steps: Run['steps']): boolean {
  let waits = false;
  for (const step of Object.values(steps)) {
    if (step.status === 'running') return false;
    waits ||= !isSettled(step);
  }
  return waits;
}

/** Whether a step has ended, one way or another. */
export function isSettled(step: StepRun): boolean {
  return step.status === 'succeeded' || step.status === 'failed' || step.status === 'skipped';
}

function isUnhandled(step: StepRun): boolean {
  return step.status === 'failed' && (step.exits?.length ?? 0) === 0;
}
