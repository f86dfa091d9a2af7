import type { RunStarted, RunSummary } from '@sluice/schema';

/** A run as it was when it was stored, so that it need not be read again. */
export interface KnownRun {
  readonly start: RunStarted;
  readonly summary: RunSummary;
}

/**
 * Has runs advanced, so many at once. The tables are the truth: what a queue holds only says "go on
 * with run X". A queue that forgets everything costs time, and loses nothing.
 */
export interface RunQueue {
  /** Saying it twice does no harm. */
  push(runId: string, known?: KnownRun): void;
  /**
   * Says it of a run that is only being stored, if it would have its turn at once: what it does first
   * may share the commit of its beginning, and counts for nothing without that.
   */
  pushAhead(runId: string, known: () => KnownRun): void;
  /** Says it of a run that should have had its turn by now: whoever was to advance it may be gone. */
  pushAgain(runId: string): void;
  /** Takes a run off that has not had its turn. */
  drop(runId: string): void;
  /** How many runs wait for their turn, as far as this process knows. */
  readonly backlog: number;
  /** Begins to hand runs out. */
  start(): Promise<void>;
  /** Hands no more runs out. */
  stop(): Promise<void>;
  /** To be called last, when no run is under way any more. */
  close(): Promise<void>;
}

/** Goes on with one run, as far as it can go now. Never throws. */
export type Advance = (runId: string, known?: KnownRun) => Promise<void>;
