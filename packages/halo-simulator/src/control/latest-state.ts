import type { HaloState } from '../state/halo-state.ts';

/** The state as plain lists, oldest first; with `last`, only the last so many of each, and the counts of all. */
export function latestState(state: HaloState, last: number | undefined): Record<string, unknown> {
  const { tickets, actions, webhooks, notifications, deliveries } = state.snapshot();
  const lists = { tickets, actions, webhooks, notifications, deliveries };
  const counts = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.length]),
  );
  const shown = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, last ? list.slice(-last) : list]),
  );
  return { revision: state.revision, counts, ...shown };
}
