import type {
  CreatedThing,
  Instruction,
  PayloadSample,
  TriggerSource,
  Values,
} from '@sluice/schema';
import type { Fields, Outputs, ValuesOfOutputs } from './field.ts';
import type { Http } from './http.ts';

/** Declares where runs come from; data first, like a step. */
export interface TriggerDefinition<O extends Outputs = Outputs> {
  readonly type: string;
  readonly label: string;
  readonly summary: string;
  readonly help?: string;
  /** An SVG document of its own, made by `icon`. Default: its connector's. */
  readonly icon?: string;
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
  /** One more output per line of this `entries` input, its name the line's id. */
  readonly outputPerEntryOf?: string;
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
  /** Who sent it, or pressed the button. */
  readonly userName?: string;
}

/** The times of a trigger. All throw a `StepError` for inputs that name no times. */
export interface Schedule {
  /** The first time after a moment, if there is one. */
  next(inputs: Values, after: Date): Date | undefined;
  /** The times to be made up for that fell between the last one dealt with and now, oldest first. */
  missed(inputs: Values, between: { readonly after: Date; readonly until: Date }): readonly Date[];
  /** The times in a sentence, for the form. */
  describe(inputs: Values): string;
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
