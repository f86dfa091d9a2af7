import type { RunEvent, RunStarted, RunStatus } from '@sluice/schema';

/**
 * The writes of the hot path: signals come in, runs move on. What is promised here is durable.
 * Decisions that must not race (is it a duplicate? is there a flood?) are taken inside the commit.
 */
export interface Journal {
  /** Stores the signals of one request, all or none, and the beginnings of their runs. */
  accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]>;
  /** Stores a signal that started nothing. */
  reject(signal: RejectedSignal): Promise<void>;
  /** Stores the beginnings of runs that no signal started. One whose key is known begins nothing. */
  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]>;
  /** Stores what happened to a run, in order. `firstSeq` is the number of the first event. */
  append(entry: RunEntry): Promise<void>;
}

/** A signal as it was read, before anything is decided about it. */
export interface SignalCandidate {
  readonly signalId: string;
  /** The id its run will have. */
  readonly requestId: string;
  readonly triggerUrlId: string;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly nodeId: string;
  /** What the trigger is called in that version. */
  readonly triggerName: string;
  readonly receivedAt: number;
  readonly title: string;
  readonly note?: string;
  readonly userName?: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly payload?: string;
  readonly contentType?: string;
  readonly remoteAddress?: string;
  readonly incomplete: boolean;
  readonly test: boolean;
  /** Outputs that stand for those of steps its run comes to. */
  readonly given?: RunStarted['given'];
  /** Keys that identify the event; any of them seen before makes it a duplicate. */
  readonly deduplication: readonly string[];
  readonly deduplicationMs: number;
  /** What it correlates by, and how many such signals may pass in a period; absent: no flood control. */
  readonly flood?: {
    readonly correlation: string;
    readonly threshold: number;
    readonly periodMs: number;
  };
}

export type Acceptance =
  | { readonly outcome: 'accepted'; readonly requestId: string; readonly start: RunStarted }
  | { readonly outcome: 'duplicate'; readonly requestId: string }
  | {
      readonly outcome: 'suppressed';
      readonly requestId: string;
      readonly parentId: string | null;
    };

export interface RejectedSignal {
  readonly signalId: string;
  readonly triggerUrlId?: string;
  readonly flowId?: string;
  readonly receivedAt: number;
  readonly reason: string;
  readonly statusCode: number;
  readonly userName?: string;
  readonly payload?: string;
  readonly contentType?: string;
  readonly remoteAddress?: string;
}

/** A run that a step, a clock, a failure or a person started. */
export interface RunBeginning {
  readonly start: RunStarted;
  readonly title: string;
  readonly triggerName: string;
  /** The signal of the run that this one repeats. */
  readonly signalId?: string;
  /** Set where the same beginning may be asked for twice: only the first one counts. */
  readonly key?: {
    readonly triggerUrlId: string;
    readonly key: string;
    readonly keptMs: number;
  };
}

export interface Begun {
  readonly requestId: string;
  /** Whether it has begun just now. */
  readonly isNew: boolean;
}

export interface RunEntry {
  readonly runId: string;
  /** What the process was given when it took the run up: a newer holder has a higher one. */
  readonly fence: number;
  readonly firstSeq: number;
  readonly events: readonly RunEvent[];
  readonly status: RunStatus;
  readonly finishedAt: number | null;
  readonly wakeAt: number | null;
  /** Whether somebody is to be told of the end: see `RunEndingsTable`. */
  readonly tellEnding: boolean;
}
