/** One value of a lookup of Halo. */
export interface LookupValue {
  readonly id: number;
  readonly lookupid: number;
  readonly name: string;
}

/** Lookup 12 is impact, lookup 27 is urgency. */
export const lookupValues: readonly LookupValue[] = [
  { id: 1, lookupid: 12, name: 'Company Wide' },
  { id: 2, lookupid: 12, name: 'Multiple Users Affected' },
  { id: 3, lookupid: 12, name: 'Single User Affected' },
  { id: 1, lookupid: 27, name: 'High' },
  { id: 2, lookupid: 27, name: 'Medium' },
  { id: 3, lookupid: 27, name: 'Low' },
];
