import type {
  Failure,
  FlowNode,
  NodeId,
  Run,
  RunAnswer,
  RunEvent,
  Sources,
  StepReport,
  Values,
} from '@sluice/schema';

/** What the engine needs from the world. The server supplies it; tests supply a few lines. */
export interface EnginePorts {
  /** Makes one attempt at a node's declared work. Never throws for what a step did. */
  perform(attempt: Attempt): Promise<Outcome>;
  /** Stores events, all or none, and shows them to whoever is watching; `run` is how it stands after them. */
  record(events: readonly RunEvent[], run: Run): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Calls `ring` at a time (milliseconds since 1970); the answer takes the alarm back. */
  alarm(at: number, ring: () => void): () => void;
  readonly constants: Values;
  readonly isHtml: Sources['isHtml'];
}

/** One attempt at one node. */
export interface Attempt {
  readonly node: FlowNode;
  readonly inputs: Values;
  readonly attempt: number;
  /** An earlier attempt may have done the work: ask first, and do it only if it was not done. */
  readonly checkFirst: boolean;
  /** When the first attempt began, ISO 8601. */
  readonly startedAt: string;
  /** When the run began, or was last retried. */
  readonly activeSince: string;
  /** The outputs of a trigger that has more to fetch. */
  readonly triggerOutputs: Values;
  /** The ways by which the run came to the node. */
  readonly waysIn: readonly { readonly source: NodeId; readonly exit: string }[];
}

/** How an attempt ended. */
export type Outcome = { readonly report?: StepReport } & (
  | {
      readonly kind: 'succeeded';
      readonly outputs: Values;
      readonly exits: readonly string[];
      readonly answer?: RunAnswer;
      /** Ends the whole run. */
      readonly ends?: { readonly as: 'succeeded' | 'failed'; readonly message?: string };
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'waiting';
      readonly until: number;
      readonly why: string;
      /** The attempt may have done its work all the same. */
      readonly unsure?: boolean;
      /** The end of runs that it started may wake it before its time. */
      readonly forRuns?: boolean;
    }
);

/** A run under way. */
export interface RunHandle {
  /** The run when it is over, or when all it can do is wait; throws what a port threw. */
  readonly done: Promise<Run>;
  /** Ends the run. What is in flight is still recorded; nothing follows it. */
  cancel(by: string): Promise<void>;
  /** Runs that it started have ended: whatever waits for them looks again. */
  wake(): void;
}
