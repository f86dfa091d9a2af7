import type { RequestBudget } from '@sluice/connector-kit';
import {
  type Breaker,
  breakerWait,
  closedBreaker,
  noteAnswer,
  noteFailure,
  noteNothing,
  passBreaker,
} from './breaker.ts';
import type { Condition, Ending, Grant, Refusal } from './request-pace.ts';

/** All that decides when a connection may send. Plain data: it is kept in memory, or in a table. */
export interface PaceState {
  /** What was taken out of the budget: until when it may be used, and how many requests. Oldest first. */
  readonly taken: [usableUntil: number, requests: number][];
  /** When the pause ends that the other side asked for. */
  restsUntil: number;
  /** Pauses of our own choosing since the last normal answer. */
  rests: number;
  readonly breaker: Breaker;
}

export function freshPace(): PaceState {
  return { taken: [], restsUntil: 0, rests: 0, breaker: closedBreaker() };
}

/** What keeps a connection from sending whatever its budget is; undefined when nothing does. */
export function obstacle(state: PaceState, at: number): Refusal | undefined {
  if (state.restsUntil > at) {
    return { granted: false, why: 'resting', waitMs: state.restsUntil - at };
  }
  const waitMs = breakerWait(state.breaker, at);
  if (waitMs === 0) return undefined;
  return { granted: false, why: 'down', waitMs, message: downMessage(state.breaker.message) };
}

/** How many requests are left of the budget, and when the next one comes back if there are none. */
export function budgetLeft(state: PaceState, budget: RequestBudget, at: number): BudgetLeft {
  const windowMs = budget.perSeconds * 1000;
  const firstWithin = state.taken.findIndex(([usableUntil]) => usableUntil > at - windowMs);
  state.taken.splice(0, firstWithin === -1 ? state.taken.length : firstWithin);
  const used = state.taken.reduce((sum, [, requests]) => sum + requests, 0);
  const left = Math.max(0, budget.requests - used);
  const over = used - budget.requests;
  let released = 0;
  const due = state.taken.find(([, requests]) => (released += requests) > over);
  return { left, waitMs: left > 0 || !due ? 0 : due[0] + windowMs - at };
}

interface BudgetLeft {
  readonly left: number;
  readonly waitMs: number;
}

/** Lets one request pass, which nothing stands in the way of. */
export function pass(state: PaceState, at: number): Grant {
  const probe = passBreaker(state.breaker, at);
  return { granted: true, round: state.breaker.round, probe };
}

/** Whether the end of a request changes anything. */
export function changes({ rests, breaker }: PaceState, grant: Grant, ending: Ending): boolean {
  switch (ending.kind) {
    case 'answered':
      return rests > 0 || breaker.failures > 0;
    case 'asked-to-rest':
      return true;
    case 'failed':
      return grant.round === breaker.round;
    case 'not-sent':
      return grant.probe && grant.round === breaker.round;
  }
}

/** Takes in how a request ended. */
export function takeIn(state: PaceState, at: number, { grant, ending }: Settled): void {
  switch (ending.kind) {
    case 'answered':
      state.rests = 0;
      return noteAnswer(state.breaker);
    case 'asked-to-rest':
      noteAnswer(state.breaker);
      return rest(state, at, ending.seconds);
    case 'failed':
      return noteFailure(state.breaker, at, { round: grant.round, message: ending.message });
    case 'not-sent':
      if (grant.probe && grant.round === state.breaker.round) noteNothing(state.breaker);
  }
}

export interface Settled {
  readonly grant: Grant;
  readonly ending: Ending;
}

function rest(state: PaceState, at: number, seconds: number | undefined): void {
  // Requests that were under way together bring one refusal each, and mean one pause.
  if (seconds === undefined && state.restsUntil > at) return;
  if (seconds === undefined) state.rests += 1;
  const pause = seconds ?? Math.min(LONGEST_GUESS, FIRST_GUESS * 2 ** (state.rests - 1));
  state.restsUntil = Math.max(state.restsUntil, at + Math.min(pause, LONGEST_REST) * 1000);
}

/** How the connection stands, in words and times for people and for those who wait. */
export function conditionOf(state: PaceState, at: number): Condition {
  const { openSince, message } = state.breaker;
  if (openSince > 0) {
    const until = at + breakerWait(state.breaker, at);
    return { kind: 'down', since: openSince, until, message: downMessage(message) };
  }
  return state.restsUntil > at ? { kind: 'resting', until: state.restsUntil } : { kind: 'ok' };
}

function downMessage(lastFailure: string): string {
  return `The other side is down, so nothing is sent until it answers again. Last: ${lastFailure}`;
}

/** Seconds. */
const FIRST_GUESS = 5;
const LONGEST_GUESS = 60;
/** A pause of days would be a mistake of the other side, or a trap. */
const LONGEST_REST = 3600;
