import type {
  ConnectionCheck,
  CreatedThing,
  Exit,
  FieldOption,
  Instruction,
  PayloadSample,
  RunAnswer,
  TriggerSource,
  Values,
} from '@sluice/schema';
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
  /** Whether a connection must be chosen, may be, or has no place here. Default: `required` if the connector has one. */
  readonly connection?: 'required' | 'optional' | 'none';
  readonly inputs: F;
  readonly outputs: O;
  /** Default: one exit, `next`. */
  readonly exits?: readonly Exit[];
  /** One exit per line of this `entries` input, before `exits`. */
  readonly exitPerEntryOf?: string;
  /** The output that tells apart two runs of this step, shown on its card. */
  readonly highlight?: string;
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
   * Starts the called runs that are not there yet, and tells how each ended, in the order of the
   * calls. While any is under way it throws a `StepWait`, and the step is called again at their end.
   * Throws a `StepError` when a flow cannot be called.
   */
  run(calls: readonly FlowCall[]): Promise<readonly CalledRun[]>;
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

export interface TriggerDefinition<O extends Outputs = Outputs> {
  readonly type: string;
  readonly label: string;
  readonly summary: string;
  readonly help?: string;
  /** Default: `http`. */
  readonly source?: TriggerSource;
  /** What its builder fills in; text without pills, as nothing comes before a trigger. */
  readonly inputs?: Fields;
  /** Whether its sender may be kept waiting for the run's answer. */
  readonly canAnswer?: boolean;
  /** When it is due by the clock; for the source `schedule`. */
  readonly schedule?: Schedule;
  /** Whether the failure of a run concerns it; for the source `failure`. */
  hears?(failed: FailedRun, inputs: Values): boolean;
  readonly connection?: 'optional' | 'none';
  readonly outputs: O;
  readonly samples: readonly PayloadSample[];
  readonly deduplicateBy?: readonly string[];
  readonly correlateBy?: readonly string[];
  readonly instructions?: readonly Instruction[];
  /** Text for the user to paste into the other product, once its URL is known. */
  configurationPayload?(url: string): string;
  /** Reads the signals in one request: none, one, or several sent together. Each starts a run. */
  receive(request: TriggerRequest): readonly Reception<O>[];
  /** Fetches what a reception marked `incomplete` lacks. Runs as the first thing of the run, with retries. */
  complete?(call: CompleteCall<O>): Promise<ValuesOfOutputs<O>>;
  readonly setup?: TriggerSetupDefinition;
}

/** A request that reached the trigger's URL, already authenticated and within limits. */
export interface TriggerRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The target names of the `recipients` parameter, decoded one by one: a name may hold a comma. */
  readonly recipients: readonly string[];
  /** Parsed JSON, or the fields of a form. */
  readonly body: unknown;
  /** What its builder filled in. */
  readonly inputs: Values;
}

/** The times of a trigger. Both throw a `StepError` for inputs that name no times. */
export interface Schedule {
  /** The first time after a moment, if there is one. */
  next(inputs: Values, after: Date): Date | undefined;
  /** The times to be made up for that fell between the last one dealt with and now, oldest first. */
  missed(inputs: Values, between: { readonly after: Date; readonly until: Date }): readonly Date[];
}

/** A run that failed, as a trigger of the source `failure` receives it: the body of its request. */
export interface FailedRun {
  readonly runId: string;
  readonly flowId: string;
  readonly flowName: string;
  readonly title: string;
  readonly failedAt: string;
  /** The first step that failed without being handled; absent when the run was ended otherwise. */
  readonly step?: { readonly id: string; readonly name: string };
  readonly code?: string;
  readonly message: string;
}

/** One signal as the trigger read it. */
export interface Reception<O extends Outputs = Outputs> {
  readonly outputs: ValuesOfOutputs<O>;
  /** One line to recognise it by, such as `#4243 Antares API returning 502`. */
  readonly title: string;
  /** What was odd about it, in words for the builder. */
  readonly note?: string;
  readonly incomplete?: boolean;
}

export interface CompleteCall<O extends Outputs = Outputs> {
  readonly outputs: ValuesOfOutputs<O>;
  readonly http: Http;
  readonly connection: Values;
  readonly log: (line: string) => void;
}

/** Makes a trigger's set-up in the other product, and takes it away again. */
export interface TriggerSetupDefinition {
  readonly label: string;
  readonly help: string;
  create(call: SetupCall): Promise<readonly CreatedThing[]>;
  /** Removing something that is already gone is a success. */
  remove(call: { readonly http: Http; readonly created: readonly CreatedThing[] }): Promise<void>;
}

export interface SetupCall {
  readonly http: Http;
  readonly url: string;
  /** The flow's name, to recognise the made things by. */
  readonly flowName: string;
  /** Given when the trigger's URL asks for a name and a password. */
  readonly basic?: { readonly username: string; readonly password: string };
}

/** How to reach the service: what the user is asked for, and how that becomes an authorised request. */
export interface ConnectionDefinition<F extends Fields = Fields> {
  readonly label: string;
  readonly help?: string;
  readonly fields: F;
  /**
   * Obtains what a request needs. Called before the first request, when the old one expires, and
   * once more after an answer of 401 or 403. Its `http` has no address and no credentials.
   */
  authorize(values: ValuesOfFields<F>, http: Http): Promise<Authorization>;
  /** How many requests may be sent within how many seconds, by all runs together. */
  budget?(values: ValuesOfFields<F>): RequestBudget;
  /** What *Test connection* tries, each as one line of its report. `open` authorises anew. */
  test(call: ConnectionTestCall<F>): Promise<readonly ConnectionCheck[]>;
}

export interface ConnectionTestCall<F extends Fields = Fields> {
  readonly values: ValuesOfFields<F>;
  /** Without credentials, for the token endpoint itself. */
  readonly http: Http;
  /** Opens the connection as a step would use it. */
  open(): Promise<Http>;
}

export interface Authorization {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds until it must be obtained anew; absent: it lasts. */
  readonly expiresInSeconds?: number;
}

export interface RequestBudget {
  readonly requests: number;
  readonly perSeconds: number;
  /** How many requests may be under way at once. Default: 20. */
  readonly atOnce?: number;
}

/** Finds the options of a drop-down, live. */
export type LookupDefinition = (call: LookupCall) => Promise<readonly FieldOption[]>;

export interface LookupCall {
  readonly http: Http;
  /** The values of the inputs the field `needs`; absent while they are empty or hold pills. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** What the user has typed, to narrow long lists. */
  readonly search: string;
}

/** One folder of `packages/connectors`. Lists are in palette order. */
export interface Connector {
  /** The folder's name, and the first part of the `type` of all it declares. */
  readonly id: string;
  readonly label: string;
  readonly section: 'apps' | 'tools';
  readonly connection?: ConnectionDefinition;
  readonly lookups?: Readonly<Record<string, LookupDefinition>>;
  readonly triggers: readonly TriggerDefinition[];
  readonly steps: readonly StepDefinition[];
}

/** Declares a connector. */
export function defineConnector(connector: Connector): Connector {
  return connector;
}

/**
 * Declares a step. It returns its argument: its work is to infer the types of `inputs` and
 * `outputs` for `run`, and then to forget them, so that steps of all kinds fit one list.
 */
export function defineStep<const F extends Fields, const O extends Outputs>(
  step: StepDefinition<F, O>,
): StepDefinition {
  return step as unknown as StepDefinition;
}

/** Declares a trigger; see `defineStep`. */
export function defineTrigger<const O extends Outputs>(
  trigger: TriggerDefinition<O>,
): TriggerDefinition {
  return trigger as unknown as TriggerDefinition;
}

/** Declares a connection; see `defineStep`. */
export function defineConnection<const F extends Fields>(
  connection: ConnectionDefinition<F>,
): ConnectionDefinition {
  return connection as unknown as ConnectionDefinition;
}
