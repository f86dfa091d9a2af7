/** What the load generator is to do. */
export interface SendJob {
  readonly url: string;
  /** Begins every marker, so that two jobs never send the same. */
  readonly name: string;
  readonly connections: number;
  readonly seconds: number;
  /** At most so many in all. */
  readonly most: number;
  /** Absent: as many as the connections can. */
  readonly perSecond?: number;
  /** Whether to report when each was posted. */
  readonly remember?: boolean;
}

/** What came of it. Times are milliseconds of the shared clock. */
export interface SendReport {
  readonly accepted: number;
  /** How many answers had each status; `broken` where there was none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many of the accepted were told that flood control suppressed them. */
  readonly suppressed: number;
  readonly firstAt: number;
  readonly seconds: number;
  /** Milliseconds from a post to its 202. */
  readonly answer: { readonly p50: number; readonly p99: number };
  readonly postedAt: Readonly<Record<string, number>>;
}
