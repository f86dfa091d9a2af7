import type { RequestBudget } from '@sluice/connector-kit';
import {
  type PaceState,
  budgetLeft,
  conditionOf,
  freshPace,
  obstacle,
  pass,
  takeIn,
} from './pace-state.ts';

/**
 * Who may send when: the request budgets and the rests of all connections, and whether the other
 * side is down. Kept in this process, or in a table when several share it; see `sharedPace`.
 */
export interface RequestPace {
  /** Takes one request out of a connection's budget, or says what stands in the way and how long. */
  take(connectionId: string, budget: RequestBudget | undefined): Promise<Turn>;
  /** Tells how a request ended for which a turn was granted. */
  settle(connectionId: string, grant: Grant, ending: Ending): Promise<void>;
  condition(connectionId: string): Promise<Condition>;
}

export type Turn = Grant | Refusal;

export interface Grant {
  readonly granted: true;
  /** The state of things that it was granted in; see `Breaker`. */
  readonly round: number;
  /** It alone is let through, to find out whether the other side is back. */
  readonly probe: boolean;
}

export interface Refusal {
  readonly granted: false;
  readonly why: 'budget' | 'resting' | 'down';
  readonly waitMs: number;
  /** In words, when the other side is down. */
  readonly message?: string;
}

export type Ending =
  | { readonly kind: 'answered' }
  /** 429: a pause of these seconds, or of growing ones when the other side did not say. */
  | { readonly kind: 'asked-to-rest'; readonly seconds: number | undefined }
  /** The world's fault: no answer, or one of 5xx. */
  | { readonly kind: 'failed'; readonly message: string }
  /** It was given up before anything could be learnt from it. */
  | { readonly kind: 'not-sent' };

/** How a connection stands. Times in milliseconds since 1970. */
export type Condition =
  | { readonly kind: 'ok' }
  | { readonly kind: 'resting'; readonly until: number }
  | {
      readonly kind: 'down';
      readonly since: number;
      readonly until: number;
      readonly message: string;
    };

/** The pace of this process alone. `now` is in milliseconds. */
export function createRequestPace(now: () => number): RequestPace {
  const states = new Map<string, PaceState>();

  function stateOf(id: string): PaceState {
    const known = states.get(id);
    if (known) return known;
    const made = freshPace();
    states.set(id, made);
    return made;
  }

  return {
    async take(id, budget) {
      const state = stateOf(id);
      const at = now();
      const refusal = obstacle(state, at);
      if (refusal) return refusal;
      if (budget) {
        const { left, waitMs } = budgetLeft(state, budget, at);
        if (left === 0) return { granted: false, why: 'budget', waitMs };
        takeOne(state, at, budget);
      }
      return pass(state, at);
    },
    async settle(id, grant, ending) {
      takeIn(stateOf(id), now(), { grant, ending });
    },
    async condition(id) {
      const state = states.get(id);
      return state ? conditionOf(state, now()) : { kind: 'ok' };
    },
  };
}

/** Requests sent within a thousandth of the budget's time share an entry, so that entries stay few. */
function takeOne({ taken }: PaceState, at: number, { perSeconds }: RequestBudget): void {
  const last = taken.at(-1);
  if (last && at - last[0] < perSeconds) last[1] += 1;
  else taken.push([at, 1]);
}
