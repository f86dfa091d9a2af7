import { extended } from '../values/extended.ts';
import type { StepEvent } from './run-event.ts';

/** A part of a step's time: an attempt at its work, or a pause. */
export type StepStretch = StepAttempt | StepPause;

export interface StepAttempt {
  readonly kind: 'attempt';
  /** 1 for the first. */
  readonly attempt: number;
  /** ISO 8601, as all times here. */
  readonly from: string;
  /** Absent while it is under way, or when nobody knows. */
  readonly to?: string;
  /** Why it failed. */
  readonly failure?: string;
  /** The process that made it ended, and nobody knows what came of it. */
  readonly interrupted?: true;
}

export interface StepPause {
  /** `retrying`: before the next attempt; `waiting`: for a time, for room, or for runs it called. */
  readonly kind: 'retrying' | 'waiting';
  readonly from: string;
  readonly to?: string;
  /** When it is due to go on. */
  readonly until: string;
  /** What it waits for. */
  readonly why?: string;
}

/** Stretches that are kept of one step: one that waits for other runs looks again every few seconds. */
const MOST = 100;

/**
 * A step's stretches after one more event; undefined when it says nothing of them. Together they are
 * the picture of its time: each begins where the one before has ended.
 */
export function stretchesAfter(
  { stretches = [] }: { readonly stretches?: readonly StepStretch[] },
  event: StepEvent,
): readonly StepStretch[] | undefined {
  const { at } = event;
  switch (event.type) {
    case 'step.started':
      return added(interrupted(stretches, at), {
        kind: 'attempt',
        attempt: event.attempt,
        from: at,
      });
    case 'step.succeeded':
      return event.given ? stretches : ended(stretches, at);
    case 'step.failed':
      return ended(stretches, at, event.failure.message);
    case 'step.retrying': {
      const failed = ended(stretches, at, event.failure.message);
      return added(failed, { kind: 'retrying', from: at, until: event.until });
    }
    case 'step.waiting': {
      const { until, why } = event;
      return added(ended(stretches, at), { kind: 'waiting', from: at, until, why });
    }
    case 'step.skipped':
      return undefined;
  }
}

function added(stretches: readonly StepStretch[], next: StepStretch): readonly StepStretch[] {
  return [...stretches, next].slice(-MOST);
}

function ended(
  stretches: readonly StepStretch[],
  at: string,
  failure?: string,
): readonly StepStretch[] {
  const last = stretches.at(-1);
  if (!last || last.to !== undefined) return stretches;
  const end = { to: at, ...(failure !== undefined && { failure }) };
  return [...stretches.slice(0, -1), extended(last, end)];
}

/** An attempt that another one follows without having ended was cut short; when, nobody knows. */
function interrupted(stretches: readonly StepStretch[], at: string): readonly StepStretch[] {
  const last = stretches.at(-1);
  if (last?.kind !== 'attempt' || last.to !== undefined) return ended(stretches, at);
  return [...stretches.slice(0, -1), extended(last, { to: at, interrupted: true as const })];
}
