import type { RequestBudget } from '@sluice/connector-kit';
import { findConnectionPace, replaceConnectionPace } from '../storage/connection-paces.ts';
import type { Database } from '../storage/database.ts';
import { isStorageTrouble } from '../storage/is-storage-trouble.ts';
import {
  type PaceState,
  budgetLeft,
  changes,
  conditionOf,
  freshPace,
  obstacle,
  pass,
  takeIn,
} from './pace-state.ts';
import type { RequestPace, Turn } from './request-pace.ts';

/**
 * The pace of all processes together, kept in a table. Each looks at it at most once a second, and
 * takes several requests at once out of a budget while it is busy; so a request costs far less than
 * a query. What one process learns is known to the others within a second.
 */
export function createSharedPace(db: Database, now: () => number): RequestPace {
  const views = new Map<string, View>();

  /** What this process knows of a connection, looked at anew when that is too long ago. */
  async function look(id: string): Promise<View> {
    const view = views.get(id) ?? unseen(id);
    views.set(id, view);
    if (view.seenAt + FRESH_MS > now()) return view;
    view.looking ??= read(view).finally(() => (view.looking = undefined));
    await view.looking;
    return view;
  }

  async function read(view: View): Promise<void> {
    const row = await findConnectionPace(db, view.id);
    view.version = row?.version ?? 0;
    view.state = row ? (JSON.parse(row.state) as PaceState) : freshPace();
    view.seenAt = now();
  }

  /** Changes what all processes see; begins again when another one was quicker. */
  async function change<Result>(view: View, how: Change<Result>): Promise<Result> {
    for (;;) {
      const state = structuredClone(view.state);
      const result = how(state, now());
      const text = JSON.stringify(state);
      if (text === JSON.stringify(view.state)) return result;
      const row = { connection_id: view.id, version: view.version + 1, state: text };
      if (await replaceConnectionPace(db, row)) {
        Object.assign(view, { state, version: row.version, seenAt: now() });
        return result;
      }
      await read(view);
    }
  }

  /** One change at a time, so that a process does not stand in its own way. */
  async function inTurn<Result>(view: View, work: () => Promise<Result>): Promise<Result> {
    const before = view.turn;
    let end = (): void => {};
    view.turn = new Promise((resolve) => (end = resolve));
    await before;
    try {
      return await work();
    } finally {
      end();
    }
  }

  return {
    async take(id, budget) {
      const view = await look(id);
      const atOnce = takeFromHand(view, budget, now());
      if (atOnce) return atOnce;
      return inTurn(view, async () => {
        const meanwhile = takeFromHand(view, budget, now());
        if (meanwhile) return meanwhile;
        const { turn, hand } = await change(view, (state, at) =>
          takeFromTable(state, at, { hand: view.hand, budget }),
        );
        view.hand = hand;
        return turn;
      });
    },

    async settle(id, grant, ending) {
      try {
        const view = await look(id);
        if (!changes(view.state, grant, ending)) return;
        await inTurn(view, async () => {
          if (!changes(view.state, grant, ending)) return;
          await change(view, (state, at) => takeIn(state, at, { grant, ending }));
        });
      } catch (error) {
        // The request has ended as it has; the next one will learn the same.
        if (!isStorageTrouble(error)) throw error;
      }
    },

    async condition(id) {
      return conditionOf((await look(id)).state, now());
    },
  };
}

const FRESH_MS = 1000;

interface View {
  readonly id: string;
  version: number;
  state: PaceState;
  seenAt: number;
  looking: Promise<void> | undefined;
  turn: Promise<void>;
  /** Taken out of the budget, and not sent yet. */
  hand: Hand;
}

interface Hand {
  left: number;
  readonly size: number;
  readonly usableUntil: number;
}

const emptyHand: Hand = { left: 0, size: 1, usableUntil: 0 };

type Change<Result> = (state: PaceState, at: number) => Result;

function unseen(id: string): View {
  return {
    id,
    version: 0,
    state: freshPace(),
    seenAt: -Infinity,
    looking: undefined,
    turn: Promise.resolve(),
    hand: emptyHand,
  };
}

/** A turn that needs nothing of the others; undefined when they must be asked. */
function takeFromHand(view: View, budget: RequestBudget | undefined, at: number): Turn | undefined {
  const refusal = obstacle(view.state, at);
  if (refusal) return refusal;
  if (view.state.breaker.openSince > 0) return undefined;
  if (budget) {
    if (view.hand.left === 0 || view.hand.usableUntil < at) return undefined;
    view.hand.left -= 1;
  }
  return pass(view.state, at);
}

/**
 * Takes a turn, and in hand with it what a process that used up its last hand may need next: twice
 * as many as then. One that had requests left gives them back.
 */
function takeFromTable(
  state: PaceState,
  at: number,
  { hand, budget }: { hand: Hand; budget: RequestBudget | undefined },
): { turn: Turn; hand: Hand } {
  const refusal = obstacle(state, at);
  if (refusal) return { turn: refusal, hand };
  if (!budget) return { turn: pass(state, at), hand };
  const mine = state.taken.find(([usableUntil]) => usableUntil === hand.usableUntil);
  if (mine) mine[1] = Math.max(0, mine[1] - hand.left);
  const { left, waitMs } = budgetLeft(state, budget, at);
  if (left === 0) return { turn: { granted: false, why: 'budget', waitMs }, hand: emptyHand };
  const isBusy = hand.left === 0 && hand.usableUntil + BUSY_MS > at;
  const most = Math.max(1, Math.floor(budget.requests / HANDS));
  const size = Math.min(left, most, isBusy ? hand.size * 2 : 1);
  const usableUntil = size === 1 ? at : at + budget.perSeconds * (1000 / HANDS);
  state.taken.push([usableUntil, size]);
  state.taken.sort(([one], [other]) => one - other);
  return { turn: pass(state, at), hand: { left: size - 1, size, usableUntil } };
}

/** No process takes more than this part of a budget at once, nor for longer than this part of its time. */
const HANDS = 50;
/** A hand used up no longer ago than this makes the next one larger. */
const BUSY_MS = 1000;
