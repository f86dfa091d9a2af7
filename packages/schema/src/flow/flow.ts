import type { FlowNote } from './note.ts';
import type { GivenOutputs } from './pinned.ts';
import type { InputValue } from '../pills/template.ts';

export type NodeId = string;

/** What a user draws. The server saves it whole; the canvas is a picture of it. */
export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Goes up by one on every save, so that two browser tabs cannot overwrite each other. */
  readonly version: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Never an empty list: a flow without notes has none. */
  readonly notes?: readonly FlowNote[];
}

/** The part of a flow that a run follows and that Publish makes immutable. */
export type FlowDrawing = Pick<Flow, 'nodes' | 'edges' | 'notes'>;

export type FlowNode = TriggerNode | StepNode;

interface NodeBase {
  readonly id: NodeId;
  /** Which declaration this node is an instance of, such as `haloitsm.create-ticket`. */
  readonly type: string;
  readonly name: string;
  readonly position: Position;
  /** Runs pass over a disabled step, see `exitWhenDisabled`; a disabled trigger refuses (410). */
  readonly disabled?: boolean;
  readonly connectionId?: string;
  /** Outputs that previews and tests of the draft take in place of running it; no published run does. */
  readonly pinned?: GivenOutputs;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface TriggerNode extends NodeBase {
  readonly kind: 'trigger';
  readonly settings: TriggerSettings;
  /** What its declaration asks for, such as a schedule's times. Plain text: there is nothing before a trigger. */
  readonly inputs?: Readonly<Record<string, InputValue>>;
  /** Deeper values of the payload that the builder picked: each becomes an output of this node. */
  readonly picked?: readonly PickedOutput[];
}

export interface StepNode extends NodeBase {
  readonly kind: 'step';
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly retry?: RetrySettings;
  /** Seconds one attempt may take. */
  readonly timeoutSeconds?: number;
}

/** Joins one exit of a node to the way in of another. */
export interface FlowEdge {
  readonly id: string;
  readonly source: NodeId;
  /** One of the source's exits: `next` unless its declaration says otherwise; `error` on any step. */
  readonly exit: string;
  readonly target: NodeId;
}

export interface PickedOutput {
  readonly name: string;
  readonly label: string;
  readonly path: readonly (string | number)[];
}

/** How a trigger's URL treats what reaches it. */
export interface TriggerSettings {
  readonly authentication: TriggerAuthentication;
  /** The user as whom runs act. Without one, the flow's creator. */
  readonly authenticatingUserId?: string;
  readonly floodControl: FloodControl;
  readonly deduplicate: Deduplicate;
  /** Seconds a run may take from its start to its end; left out: `DEFAULT_RUN_TIMEOUT_SECONDS`. */
  readonly runTimeoutSeconds?: number;
  /** How many of its flow's runs may be under way at once; left out: as many as the server allows. */
  readonly runsAtOnce?: number;
  /** Seconds a sender is kept waiting for the run's answer; left out: it is answered at once. */
  readonly answerSeconds?: number;
}

export const triggerAuthentications = [
  'url',
  'basic',
  'api-key',
  'oauth',
  'signed',
  'any',
] as const;
export type TriggerAuthentication = (typeof triggerAuthentications)[number];

export interface FloodControl {
  readonly enabled: boolean;
  /** How many correlated signals start a run within the period; the next ones are suppressed. */
  readonly threshold: number;
  readonly periodSeconds: number;
  /** Outputs whose values must agree for two signals to correlate; none: all signals do. */
  readonly correlateBy: readonly string[];
}

export interface Deduplicate {
  /**
   * Outputs that together identify an event; an empty list: only the `Idempotency-Key` header
   * counts. Left out: what the trigger declares, for Halo the delivery id.
   */
  readonly by?: readonly string[];
  readonly windowSeconds: number;
}

export interface RetrySettings {
  /** Attempts in all, the first one included. 1 turns retrying off. */
  readonly attempts: number;
  /** Seconds before the second attempt; doubled for each further one. */
  readonly firstDelaySeconds: number;
  /** Seconds that no delay exceeds. */
  readonly longestDelaySeconds: number;
}

export const defaultFloodControl: FloodControl = {
  enabled: true,
  threshold: 4,
  periodSeconds: 60,
  correlateBy: [],
};

/** Rides out a few minutes of outage: 5, 10, 20, 40 s, and then a minute between attempts. */
export const defaultRetry: RetrySettings = {
  attempts: 6,
  firstDelaySeconds: 5,
  longestDelaySeconds: 60,
};

export const DEFAULT_TIMEOUT_SECONDS = 60;
export const DAY_SECONDS = 86_400;
/** A week: longer than any outage that is worth waiting for. */
export const DEFAULT_RUN_TIMEOUT_SECONDS = 7 * DAY_SECONDS;

/** How a new trigger treats its signals. */
export const defaultTriggerSettings: TriggerSettings = {
  authentication: 'url',
  floodControl: defaultFloodControl,
  deduplicate: { windowSeconds: DAY_SECONDS },
};

export function isTrigger(node: FlowNode): node is TriggerNode {
  return node.kind === 'trigger';
}

export function isStep(node: FlowNode): node is StepNode {
  return node.kind === 'step';
}
