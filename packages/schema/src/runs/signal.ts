import type { Values } from '../values/values.ts';

/** One request that reached a trigger URL, whatever became of it. */
export interface Signal {
  readonly id: string;
  readonly receivedAt: string;
  readonly outcome: SignalOutcome;
  /** Why it was not accepted, or what was odd about it, in words a builder understands. */
  readonly reason?: string;
  /** The HTTP status it was answered with. */
  readonly statusCode: number;
  readonly flowId?: string;
  readonly flowName?: string;
  readonly triggerId?: string;
  readonly triggerName?: string;
  /** Who the request was authenticated as. */
  readonly userName?: string;
  /** The run it started, or the run of the first of its kind when it is a duplicate. */
  readonly requestId?: string;
  /** The processed signal that a suppressed one correlates with. */
  readonly parentId?: string;
  /** How many signals are suppressed beneath this one. */
  readonly suppressedCount: number;
  /** One line to recognise it by, such as `#4243 Antares API returning 502`. */
  readonly title: string;
}

/** A signal with all that it brought. */
export interface SignalDetail extends Signal {
  readonly outputs: Values;
  /** The body as text, exactly as it arrived; absent when it was not kept. */
  readonly payload?: string;
  readonly contentType?: string;
  readonly remoteAddress?: string;
}

export const signalOutcomes = ['accepted', 'duplicate', 'suppressed', 'rejected'] as const;
export type SignalOutcome = (typeof signalOutcomes)[number];
