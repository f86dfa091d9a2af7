const windowMs = 5 * 60 * 1000;

/** Counts requests in a rolling window of five minutes. */
export interface RateLimit {
  /**
   * Takes one request out of the budget, or says in how many seconds the next one is free.
   * A refused request does not count. A `limit` of 0 allows everything.
   */
  take(limit: number): number | undefined;
  reset(): void;
}

/** Creates an unused budget. */
export function createRateLimit(now: () => number = Date.now): RateLimit {
  let moments: number[] = [];
  let first = 0;

  return {
    take(limit) {
      if (limit <= 0) return undefined;
      const time = now();
      while (first < moments.length && (moments[first] ?? 0) <= time - windowMs) first += 1;
      if (first > 1_000) {
        moments = moments.slice(first);
        first = 0;
      }
      const used = moments.length - first;
      if (used >= limit) {
        const freeAt = (moments[moments.length - limit] ?? 0) + windowMs;
        return Math.ceil((freeAt - time) / 1000);
      }
      moments.push(time);
      return undefined;
    },
    reset() {
      moments = [];
      first = 0;
    },
  };
}
