import type { Failure } from './failure.ts';
import type { NodeId } from '../flow/flow.ts';
import type { GivenOutputs } from '../flow/pinned.ts';
import type { Values } from '../values/values.ts';

/** The only things that can happen to a run, in the order they can happen. Times are ISO 8601, UTC. */
export type RunEvent =
  | RunStarted
  | {
      readonly type: 'step.started';
      readonly at: string;
      readonly nodeId: NodeId;
      /** 1 for the first attempt. */
      readonly attempt: number;
      readonly inputs: Values;
      /** An earlier attempt may have done its work, and nobody knows yet. */
      readonly unsure?: boolean;
      /** So it is done again, because nobody can know: it may have happened twice. */
      readonly mayHaveRepeated?: boolean;
    }
  | {
      readonly type: 'step.succeeded';
      readonly at: string;
      readonly nodeId: NodeId;
      readonly outputs: Values;
      /** The exits taken. Every other exit is dead. */
      readonly exits: readonly string[];
      /** What it says to whoever waits for this run. */
      readonly answer?: RunAnswer;
      /** The step was not run: its outputs are pinned in the draft. */
      readonly given?: true;
      readonly report?: StepReport;
    }
  | {
      readonly type: 'step.failed';
      readonly at: string;
      readonly nodeId: NodeId;
      readonly failure: Failure;
      /** `error` when that exit is drawn, so the run goes on there; otherwise none. */
      readonly exits: readonly string[];
      readonly report?: StepReport;
    }
  | {
      readonly type: 'step.retrying';
      readonly at: string;
      readonly nodeId: NodeId;
      readonly failure: Failure;
      /** When the next attempt is due. */
      readonly until: string;
      readonly report?: StepReport;
    }
  | {
      /** Not an attempt that failed: the step waits for a time or for room to be made. */
      readonly type: 'step.waiting';
      readonly at: string;
      readonly nodeId: NodeId;
      readonly until: string;
      readonly why: string;
      /** An attempt before the wait may have done its work, and nobody knows yet. */
      readonly unsure?: boolean;
      /** It waits for runs that it started, whose end may wake it before its time. */
      readonly forRuns?: boolean;
    }
  | { readonly type: 'step.skipped'; readonly at: string; readonly nodeId: NodeId }
  | { readonly type: 'run.cancelled'; readonly at: string; readonly by?: string }
  | {
      /** Somebody has it go on from what failed; what succeeded stays done. */
      readonly type: 'run.retried';
      readonly at: string;
      readonly by?: string;
    }
  | {
      readonly type: 'run.finished';
      readonly at: string;
      /** Given when a step, or the run's time, ended it; else what failed decides. */
      readonly as?: 'succeeded' | 'failed';
      /** Why it was ended. */
      readonly message?: string;
    };

/** What can happen to one step. */
export type StepEvent = Extract<RunEvent, { readonly nodeId: NodeId }>;

export interface RunStarted {
  readonly type: 'run.started';
  readonly at: string;
  readonly runId: string;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly triggerId: NodeId;
  readonly outputs: Values;
  /** The trigger has more to fetch before the first step can run. */
  readonly incomplete?: boolean;
  /** A run of the draft, started by Test. */
  readonly test?: boolean;
  /** A test of this one step: nothing else of the drawing runs. */
  readonly only?: NodeId;
  /**
   * Outputs of nodes that are not run. In a test of one step, all that it may draw on; in any other
   * test, what is pinned in the draft.
   */
  readonly given?: Readonly<Record<NodeId, GivenOutputs>>;
  /** The step that called this run and waits for its end. */
  readonly parent?: RunParent;
  /** The run that this one repeats. */
  readonly originRunId?: string;
}

export interface RunParent {
  readonly runId: string;
  readonly nodeId: NodeId;
  /** Which of the step's calls this is, such as the item's number. */
  readonly key: string;
  /** How many calls lie between this run and one that nobody called. */
  readonly depth: number;
}

/** What a run says to whoever waits for it: a sender, or the step that called it. */
export interface RunAnswer {
  /** The HTTP status for a sender. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text. */
  readonly body: unknown;
}

/** What a step did on the way, for the Log and HTTP tabs. */
export interface StepReport {
  readonly log: readonly string[];
  readonly exchanges: readonly HttpExchange[];
}

/** One request to another system and its answer, secrets masked and long bodies cut. */
export interface HttpExchange {
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly responseBody?: string;
  readonly durationMs: number;
  readonly error?: string;
}
