import type { Changes, Exit, RunAnswer, Values } from '@sluice/schema';
import type { Fields, Outputs, ValuesOfFields, ValuesOfOutputs } from './field.ts';
import type { Http } from './http.ts';

/**
 * A declaration is data first. The palette, the settings form, the mapping pills, the help and the
 * contract tests read the data; only the server calls the functions.
 */
export interface StepDefinition<F extends Fields = Fields, O extends Outputs = Outputs> {
  /** `connector.verb-noun`. Saved in every flow that uses the step, so it is never renamed. */
  readonly type: string;
  readonly label: string;
  /** One line for the palette. */
  readonly summary: string;
  readonly help?: string;
  /** An SVG document of its own, made by `icon`. Default: its connector's. */
  readonly icon?: string;
  /** Whether a connection must be chosen, may be, or has no place here. Default: `required` if the connector has one. */
  readonly connection?: 'required' | 'optional' | 'none';
  readonly inputs: F;
  readonly outputs: O;
  /** One more output per line of this `entries` or `per-way` input, its name the line's id. */
  readonly outputPerEntryOf?: string;
  /** Default: one exit, `next`. */
  readonly exits?: readonly Exit[];
  /** One exit per line of this `entries` input, before `exits`. */
  readonly exitPerEntryOf?: string;
  /** The output that tells apart two runs of this step, shown on its card. */
  readonly highlight?: string;
  /**
   * Whether it changes anything outside of its run, so that a person is warned before a test of it.
   * Default: that it is not `repeatable`.
   */
  readonly changes?: Changes;
  run(call: StepCall<F>): Promise<StepResult<O>>;
  /**
   * Finds out whether an attempt whose outcome is unknown did its work: its outputs if so,
   * undefined if certainly not. Throws a `StepError` when even that cannot be told.
   */
  reconcile?(call: StepCall<F>): Promise<StepResult<O> | undefined>;
  /**
   * Doing it twice does no harm, so an interrupted attempt is repeated without a mark. A function
   * where that depends on the inputs; it must not throw.
   */
  readonly repeatable?: boolean | ((inputs: Values) => boolean);
}

/** Outputs, or outputs with what else comes of the step. */
export type StepResult<O extends Outputs = Outputs> =
  | ValuesOfOutputs<O>
  | Taken<ValuesOfOutputs<O>>
  | Answered<ValuesOfOutputs<O>>
  | Ended<ValuesOfOutputs<O>>;

/** Outputs together with the exits that were taken. */
export class Taken<Result = Values> {
  readonly exits: readonly string[];
  readonly outputs: Result;

  constructor(exits: readonly string[], outputs: Result) {
    this.exits = exits;
    this.outputs = outputs;
  }
}

/** Outputs together with what is said to whoever waits for the run. */
export class Answered<Result = Values> {
  readonly answer: RunAnswer;
  readonly outputs: Result;

  constructor(answer: RunAnswer, outputs: Result) {
    this.answer = answer;
    this.outputs = outputs;
  }
}

/** Ends the whole run. What is in flight is still recorded; nothing follows. */
export class Ended<Result = Values> {
  readonly as: 'succeeded' | 'failed';
  readonly message: string | undefined;
  readonly outputs: Result;

  constructor(as: 'succeeded' | 'failed', message: string | undefined, outputs: Result) {
    this.as = as;
    this.message = message;
    this.outputs = outputs;
  }
}

/** Everything a step may touch while it runs. There is nothing else within its reach. */
export interface StepCall<F extends Fields = Fields> {
  readonly inputs: ValuesOfFields<F>;
  readonly http: Http;
  /** The connection's fields that are not secret, as the user filled them in; empty without one. */
  readonly connection: Values;
  /** Adds a line to this step's log in the activity panel. */
  readonly log: (line: string) => void;
  /** Who is calling: stays the same for every attempt of this step in this run. */
  readonly identity: StepIdentity;
  /** The ways by which the run came here, as they are drawn: the node before, and its exit. */
  readonly waysIn: readonly WayIn[];
  readonly flows: FlowCaller;
}

export interface WayIn {
  readonly source: string;
  readonly exit: string;
}

/** Runs other flows for a step. */
export interface FlowCaller {
  /**
   * Starts the called runs that are not there yet, so many at once, and tells how each ended, in the
   * order of the calls. While any is under way it throws a `StepWait`, and the step is called again
   * at their end. Throws a `StepError` when a flow cannot be called.
   */
  run(calls: readonly FlowCall[], atOnce: number): Promise<readonly CalledRun[]>;
}

export interface FlowCall {
  /** Tells the calls of one step apart; the same key is never started twice. */
  readonly key: string;
  readonly flowId: string;
  readonly inputs: Values;
}

/** How a called run ended. */
export interface CalledRun {
  readonly runId: string;
  readonly status: 'succeeded' | 'failed' | 'cancelled';
  /** What it answered; undefined when it did not. */
  readonly answer: unknown;
  /** Why it failed. */
  readonly message?: string;
}

export interface StepIdentity {
  readonly runId: string;
  readonly nodeId: string;
  /** Short and unique to this step of this run: what a create carries, so that it can be found again. */
  readonly marker: string;
  /** When the first attempt began, ISO 8601. */
  readonly startedAt: string;
}
