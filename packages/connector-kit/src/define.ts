import type { ConnectionCheck, FieldOption } from '@sluice/schema';
import type { Fields, Outputs, ValuesOfFields } from './field.ts';
import type { Http } from './http.ts';
import type { StepDefinition } from './step.ts';
import type { TriggerDefinition } from './trigger.ts';

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
