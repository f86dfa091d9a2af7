import type { RunEntry } from './journal.ts';

/** An entry whose events are JSON already, fit to be sent to another thread. */
export type WrittenEntry = Omit<RunEntry, 'events'> & { readonly events: readonly string[] };

/** Writes down an entry's events. */
export function writtenEntry(entry: RunEntry): WrittenEntry {
  return { ...entry, events: entry.events.map((event) => JSON.stringify(event)) };
}

/** Characters of its events. */
export function sizeOfEntry({ events }: WrittenEntry): number {
  return events.reduce((sum, { length }) => sum + length, 0);
}
