import { HttpError, StepError, StepWait } from '@sluice/connector-kit';
import { type Attempt, type Outcome, failureFrom } from '@sluice/engine';
import { DAY_SECONDS, type Failure, isPassing } from '@sluice/schema';
import type { Connections } from '../connections/connections.ts';
import type { Condition } from '../connections/request-pace.ts';
import { isStorageTrouble } from '../storage/is-storage-trouble.ts';

interface OutcomeNeeds {
  readonly connections: Pick<Connections, 'condition'>;
  readonly now?: () => number;
}

/**
 * What comes of an attempt that threw. One that the connection had no room for waits, and so does one
 * that failed while the other side is down: a wait is not an attempt, so an outage uses none up.
 *
 * A step that is to be tried only once says by it that it would rather hear of an outage at once, to
 * go on at its `error` exit. And no step waits for ever: see `isPatient`.
 */
export async function outcomeOf(
  error: unknown,
  attempt: Attempt,
  { connections, now = Date.now }: OutcomeNeeds,
): Promise<Outcome> {
  if (error instanceof StepWait) {
    const { until, message: why, forRuns } = error;
    return { kind: 'waiting', until: until.getTime(), why, ...(forRuns && { forRuns }) };
  }
  if (isStorageTrouble(error)) {
    const why = 'The database cannot be used just now.';
    return { kind: 'waiting', until: now() + 5000, why, unsure: true };
  }
  const budget = budgetError(error);
  if (budget) {
    const seconds = (budget.retryAfterSeconds ?? 5) + Math.random();
    return { kind: 'waiting', until: now() + seconds * 1000, why: budget.message };
  }
  const failure = failureFrom(error);
  const { connectionId } = attempt.node;
  if (connectionId === undefined || !isPassing(failure)) return { kind: 'failed', failure };
  const condition = await connections.condition(connectionId);
  // A retry by hand has all its patience again.
  const since = Math.max(Date.parse(attempt.startedAt), Date.parse(attempt.activeSince));
  const waitedMs = now() - since;
  const patient = isPatient(failure, waitedMs) && !isImpatient(attempt);
  if (condition.kind !== 'down' || !patient) {
    return { kind: 'failed', failure };
  }
  // What may be done already is looked for early, before others have made too much that is newer.
  const isUnsure = failure.outcomeUnknown === true || attempt.checkFirst;
  const spread = spreadMs(condition, now()) / (isUnsure ? 4 : 1);
  return {
    kind: 'waiting',
    until: condition.until + Math.random() * spread,
    why: condition.message,
    ...(failure.outcomeUnknown && { unsure: true }),
  };
}

/** A used-up budget is not the step's failure, even when the connector has put it into its own words. */
function budgetError(error: unknown): HttpError | undefined {
  if (error instanceof HttpError && error.kind === 'budget') return error;
  return error instanceof StepError ? budgetError(error.cause) : undefined;
}

/**
 * Whether a step waits for the end of an outage. A bare 500 may as well be about this one request,
 * which then must come to an end; everything else is waited for up to a day.
 */
function isPatient({ status }: Failure, waitedMs: number): boolean {
  return waitedMs < (status === 500 ? LONGEST_500 : DAY_SECONDS) * 1000;
}

/** A step that is to be tried only once; but whoever retries it by hand wants it to get through. */
function isImpatient({ node, startedAt, activeSince }: Attempt): boolean {
  const byHand = Date.parse(activeSince) > Date.parse(startedAt);
  return node.kind === 'step' && node.retry?.attempts === 1 && !byHand;
}

/**
 * Runs that waited together come back one after another; after a long outage, over a longer time,
 * which also means that fewer of them are woken in vain while it lasts.
 */
function spreadMs({ since }: Extract<Condition, { kind: 'down' }>, at: number): number {
  return Math.min(Math.max(FEWEST_SPREAD_MS, (at - since) / 20), MOST_SPREAD_MS);
}

/** Seconds after which a request that is answered 500 each time is held to be at fault itself. */
const LONGEST_500 = 900;
const FEWEST_SPREAD_MS = 2000;
const MOST_SPREAD_MS = 300_000;
