import type { Role, User } from './account.ts';
import type { ChangeSummary } from '../changes/change-summary.ts';
import type { Flow, FlowDrawing, FlowEdge, NodeId } from '../flow/flow.ts';
import type { ConnectionNeed, FlowFileNode } from '../flow-file/flow-file.ts';
import type { Run, RunStatus } from '../runs/run.ts';
import type { RunEvent } from '../runs/run-event.ts';
import type { Values } from '../values/values.ts';

/** A page of a list, newest first. `cursor` asks for the next one; absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

export interface FlowSummary {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly version: number;
  /** The version that signals start; absent until the first Publish. */
  readonly publishedVersion?: number;
  readonly publishedAt?: string;
  readonly updatedAt: string;
  readonly updatedBy?: string;
  /** Types of the first nodes in the order drawn, for the little picture in the list. */
  readonly nodeTypes: readonly string[];
  /** How many nodes there are in all. */
  readonly nodeCount: number;
  readonly lastRun?: { readonly id: string; readonly status: RunStatus; readonly at: string };
  /** Runs that failed in the last 24 hours. */
  readonly recentFailures: number;
  readonly tags: readonly string[];
}

/** A flow that was deleted and can still be brought back. */
export interface DeletedFlow {
  readonly id: string;
  readonly name: string;
  readonly nodeTypes: readonly string[];
  readonly nodeCount: number;
  readonly deletedAt: string;
  /** After this it cannot be brought back any more. */
  readonly restorableUntil: string;
}

/** A finished flow to begin with. It becomes a flow once its connections are chosen. */
export interface FlowTemplate {
  readonly id: string;
  readonly name: string;
  /** What it does, in one sentence. */
  readonly purpose: string;
  /** What must be there for it to work, besides its connections. */
  readonly needs: readonly string[];
  readonly asks: readonly TemplateAsk[];
  readonly connections: readonly ConnectionNeed[];
  readonly nodes: readonly FlowFileNode[];
  readonly edges: readonly FlowEdge[];
}

/** Something that only the builder knows, such as an address, and the input that it goes to. */
export interface TemplateAsk {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder?: string;
  readonly nodeId: string;
  readonly input: string;
}

/** A flow as the designer opens it. */
export interface FlowDetail extends Flow {
  /** Words by which it is found. No part of the draft: they change without a new version. */
  readonly tags: readonly string[];
  readonly publishedVersion?: number;
  readonly publishedAt?: string;
  readonly updatedAt: string;
  readonly updatedBy?: string;
}

export interface FlowVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy?: string;
  readonly current: boolean;
  /** What its publisher wrote about it. */
  readonly note?: string;
  /** What it changed against the version before it; absent for the first, and for very old ones. */
  readonly changes?: ChangeSummary;
}

/** Most characters of a version's note. */
export const MOST_VERSION_NOTE = 500;

export interface FlowVersionDetail extends FlowVersion {
  readonly drawing: FlowDrawing;
}

/** What a builder needs to point another system at a trigger. */
export interface TriggerDetail {
  /** Absent when its runs do not come from other systems. */
  readonly url?: string;
  /** Text to paste into the other product, when its trigger declares one. */
  readonly configurationPayload?: string;
  /** For `signed`: the secret that the sender signs with. */
  readonly signingSecret?: string;
  /** For `oauth`: where the sender gets its token. */
  readonly tokenUrl?: string;
  /** Whether signals would be accepted now, and if not, why. */
  readonly live: boolean;
  readonly why?: string;
  readonly lastSignal?: {
    readonly id: string;
    readonly receivedAt: string;
    readonly outputs: Values;
    readonly payload: unknown;
  };
  readonly signalsToday: number;
  /** What the set-up button made in the other product. */
  readonly setup?: TriggerSetup;
}

export interface TriggerSetup {
  readonly connectionId: string;
  readonly createdAt: string;
  readonly created: readonly CreatedThing[];
}

/** One thing made in the other product, such as a webhook. */
export interface CreatedThing {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export interface RunSummary {
  /** The request id that the sender of the signal was given. */
  readonly id: string;
  readonly flowId: string;
  readonly flowName: string;
  readonly flowVersion: number;
  readonly status: RunStatus;
  readonly title: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** A run of the draft, started by Test. */
  readonly test: boolean;
  /** The one step that it tests. */
  readonly only?: string;
  /** Empty for a test of one step, which no trigger began. */
  readonly triggerId: string;
  readonly triggerName: string;
}

/** The fold of a run's events, with what is needed to show it. */
export interface RunDetail extends Run {
  readonly flowName: string;
  readonly title: string;
  readonly test: boolean;
  readonly signalId?: string;
  /** The newest runs that its steps called, each with the step. */
  readonly calledRuns: readonly CalledRunSummary[];
  /** The drawing this run follows. */
  readonly drawing: FlowDrawing;
}

export interface CalledRunSummary extends RunSummary {
  readonly nodeId: string;
}

/** What became of runs that were to be retried together. */
export interface BulkRetry {
  readonly retried: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  /** Goes on with those that a filter found beyond the limit of one call. */
  readonly cursor?: string;
}

/** One message of the live event stream. */
export interface LiveMessage {
  readonly run: RunSummary;
  readonly events: readonly RunEvent[];
}

/** A flow was saved, published or switched: what the live stream tells whoever has it open. */
export interface FlowNews {
  readonly flowId: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy?: string;
  readonly publishedVersion?: number;
  readonly enabled: boolean;
}

/** Somebody who has a flow open. Nobody stores it: it is forgotten when nothing is heard any more. */
export interface Visitor {
  /** One page of one browser; a person may have several. */
  readonly tab: string;
  readonly userId: string;
  readonly name: string;
  /** Whether they may change the flow, or only look. */
  readonly mayBuild: boolean;
  /** The node whose settings they have open. */
  readonly nodeId?: NodeId;
}

/** Everybody who has a flow open just now. */
export interface Visitors {
  readonly flowId: string;
  readonly visitors: readonly Visitor[];
}

export interface Session {
  readonly user: User & { readonly role: Role };
  readonly expiresAt: string;
  /** Where the built-in simulator's page is, while the demo runs. */
  readonly demoUrl?: string;
}

export interface SetupState {
  /** Whether the product still has to be set up by its first user. */
  readonly needed: boolean;
}

/** A flow that a step can call. */
export interface CallableFlow {
  readonly id: string;
  readonly name: string;
  /** What its published version takes, by name, with a sample of each. */
  readonly inputs: readonly { readonly name: string; readonly sample: string }[];
}

/** What a schedule means: a sentence and the next times, or why it means nothing. */
export type ScheduleTimes =
  | { readonly meaning: string; readonly times: readonly string[] }
  | { readonly problem: string; readonly input?: string };
