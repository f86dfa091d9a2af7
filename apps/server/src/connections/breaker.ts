/**
 * What is remembered of one connection's other side: closed while it answers, open while it is down.
 * Plain data, so that it can be kept in a table. Times are milliseconds since 1970; 0 is never.
 */
export interface Breaker {
  /** Failures without an answer between them. */
  failures: number;
  /** Goes up with each failure that counts, so that requests which began before it count no more. */
  round: number;
  openSince: number;
  restsUntil: number;
  /** Until when the one request is awaited that finds out whether the other side is back. */
  probeUntil: number;
  /** How the last failure was told. */
  message: string;
}

export function closedBreaker(): Breaker {
  return { failures: 0, round: 0, openSince: 0, restsUntil: 0, probeUntil: 0, message: '' };
}

/** Milliseconds until a request may be tried: 0 for at once. */
export function breakerWait(breaker: Breaker, at: number): number {
  if (breaker.openSince === 0) return 0;
  if (breaker.restsUntil > at) return breaker.restsUntil - at;
  return breaker.probeUntil > at ? Math.min(breaker.probeUntil - at, PROBE_WAIT_MS) : 0;
}

/** Lets a request pass that need not wait. True for one that is the probe: it alone decides. */
export function passBreaker(breaker: Breaker, at: number): boolean {
  if (breaker.openSince === 0) return false;
  breaker.probeUntil = at + PROBE_LASTS_MS;
  return true;
}

/**
 * A request that began in `round` failed because of the world. Requests that were under way together
 * bring one failure each, and mean one outage: only the first of a round counts.
 */
export function noteFailure(
  breaker: Breaker,
  at: number,
  { round, message }: { round: number; message: string },
): void {
  if (round !== breaker.round) return;
  breaker.round += 1;
  breaker.failures += 1;
  breaker.message = message;
  breaker.probeUntil = 0;
  if (breaker.failures < FAILURES_TO_OPEN) return;
  if (breaker.openSince === 0) breaker.openSince = at;
  const pauses = breaker.failures - FAILURES_TO_OPEN;
  breaker.restsUntil = at + Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
}

/** The other side answered, whatever it said. */
export function noteAnswer(breaker: Breaker): void {
  Object.assign(breaker, { ...closedBreaker(), round: breaker.round });
}

/** A request ended without having been sent, so it tells nothing. */
export function noteNothing(breaker: Breaker): void {
  breaker.probeUntil = 0;
}

/** Few enough that a step which is tried three times does not run out before it is protected. */
const FAILURES_TO_OPEN = 3;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;
/** Longer than requests take; a probe whose process died is given up then. */
const PROBE_LASTS_MS = 60_000;
/** What others wait while a probe is under way. */
const PROBE_WAIT_MS = 5000;
