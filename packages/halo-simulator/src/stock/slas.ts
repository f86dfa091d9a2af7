/** A service level agreement; its priorities are in the list of priorities. */
export interface Sla {
  readonly id: number;
  readonly name: string;
}

/** The agreements of the stock instance. */
export const slas: readonly Sla[] = [
  { id: 1, name: 'Default SLA' },
  { id: 2, name: 'Premium SLA' },
];
