/** Which process holds a run. One that was only slow must not write after another took over. */
export interface RunLeases {
  /** Takes a run; undefined when another process holds it, or when it is not there. */
  take(runId: string): Promise<Lease | undefined>;
  /** Whether a run that was taken is certain to be still ours; asked before what cannot be taken back. */
  holds(runId: string): boolean;
  /** Lets a run go at once, for others to take. */
  release(runId: string): Promise<void>;
  /** The run is not advanced here any more: let go of with what was last written to it, or else its lease runs out. */
  forget(runId: string): void;
  /** Stops renewing the leases that are held. */
  close(): void;
}

export interface Lease {
  /** The number to write with; higher than that of every holder before. */
  readonly fence: number;
  /** Nothing but its beginning is stored. */
  readonly isFresh: boolean;
}

/** A single process holds every run, and its database is locked to it. */
export const unleased: RunLeases = {
  // It knows a run's beginning only until it first takes it up.
  take: async () => ({ fence: 0, isFresh: true }),
  holds: () => true,
  forget: () => {},
  release: async () => {},
  close: () => {},
};
