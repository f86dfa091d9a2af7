import type { RequestBudget } from '@sluice/connector-kit';

/**
 * Who may send when: the request budgets and the rests of all connections. Small enough to be kept
 * in a database once several processes share it.
 */
export interface RequestPace {
  /** Takes one request out of a connection's budget, or says what stands in the way and how long. */
  take(connectionId: string, budget: RequestBudget | undefined): Promise<Turn>;
  /** The other side asked for a pause: for these seconds, or, when it did not say, for growing ones. */
  rest(connectionId: string, seconds: number | undefined): Promise<void>;
  /** The other side answered normally: the next pause is a short one again. */
  settle(connectionId: string): Promise<void>;
}

export type Turn =
  | { readonly granted: true }
  | { readonly granted: false; readonly why: 'budget' | 'resting'; readonly waitMs: number };

/** The pace of this process alone. `now` is in milliseconds. */
export function createRequestPace(now: () => number): RequestPace {
  const entries = new Map<string, Entry>();

  function entryOf(id: string): Entry {
    const known = entries.get(id);
    if (known) return known;
    const made: Entry = { sent: [], restsUntil: 0, rests: 0 };
    entries.set(id, made);
    return made;
  }

  return {
    async take(id, budget) {
      const entry = entryOf(id);
      const at = now();
      if (entry.restsUntil > at) {
        return { granted: false, why: 'resting', waitMs: entry.restsUntil - at };
      }
      if (!budget) return { granted: true };
      const windowMs = budget.perSeconds * 1000;
      const firstWithin = entry.sent.findIndex((sentAt) => sentAt > at - windowMs);
      entry.sent.splice(0, firstWithin === -1 ? entry.sent.length : firstWithin);
      const oldest = entry.sent[entry.sent.length - budget.requests];
      if (oldest !== undefined) {
        return { granted: false, why: 'budget', waitMs: oldest + windowMs - at };
      }
      entry.sent.push(at);
      return { granted: true };
    },

    async rest(id, seconds) {
      const entry = entryOf(id);
      const at = now();
      // Requests that were under way together bring one refusal each, and mean one pause.
      const already = entry.restsUntil > at;
      if (seconds === undefined && already) return;
      if (seconds === undefined) entry.rests += 1;
      const pause = seconds ?? Math.min(LONGEST_GUESS, FIRST_GUESS * 2 ** (entry.rests - 1));
      entry.restsUntil = Math.max(entry.restsUntil, at + Math.min(pause, LONGEST_REST) * 1000);
    },

    async settle(id) {
      const entry = entries.get(id);
      if (entry) entry.rests = 0;
    },
  };
}

interface Entry {
  /** When the requests within the window were sent, oldest first. */
  readonly sent: number[];
  restsUntil: number;
  /** Pauses of our own choosing since the last normal answer. */
  rests: number;
}

const FIRST_GUESS = 5;
const LONGEST_GUESS = 60;
/** Seconds. A pause of days would be a mistake of the other side, or a trap. */
const LONGEST_REST = 3600;
