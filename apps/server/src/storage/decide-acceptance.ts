import { type JournalRows, rowsOfAcceptance } from './journal-rows.ts';
import type { Decision, WrittenCandidate } from './written-candidate.ts';

/** What was stored before a signal, as far as a decision about it needs to know. */
export interface Ledger {
  /** The request that brought a key to a trigger, if that still counts at a time. */
  findDuplicate(triggerUrlId: string, key: string, at: number): string | undefined;
  /**
   * When the signal arrived that lies so many back among those that correlate; 0 is the newest.
   * What seems to come from later than `until` is passed over: the clock was set back since.
   */
  findArrival(
    triggerUrlId: string,
    correlation: string,
    { back, until }: { readonly back: number; readonly until: number },
  ): number | undefined;
  /** The newest accepted signal among those that correlate. */
  findParent(triggerUrlId: string, correlation: string): string | undefined;
}

/** What was decided, and the rows that have to be stored before anybody is told. */
export interface Decided<Result> {
  readonly result: Result;
  readonly rows: JournalRows;
}

/** Decides what becomes of a signal. Nobody else may write to its trigger until it is stored. */
export function decideAcceptance(candidate: WrittenCandidate, ledger: Ledger): Decided<Decision> {
  const result = decide(candidate, ledger);
  return { result, rows: rowsOfAcceptance(candidate, result) };
}

function decide(candidate: WrittenCandidate, ledger: Ledger): Decision {
  const { triggerUrlId, receivedAt, requestId, flood } = candidate;
  for (const key of candidate.deduplication) {
    const seen = ledger.findDuplicate(triggerUrlId, key, receivedAt);
    if (seen !== undefined) return { outcome: 'duplicate', requestId: seen };
  }
  if (flood) {
    const { correlation, threshold, periodMs } = flood;
    // If the arrival that lies `threshold` signals back is within the period, this is a flood.
    // Clocks of several processes differ a little, so what is a little ahead still counts.
    const until = receivedAt + periodMs;
    const earlier = ledger.findArrival(triggerUrlId, correlation, { back: threshold - 1, until });
    if (earlier !== undefined && earlier > receivedAt - periodMs) {
      const parentId = ledger.findParent(triggerUrlId, correlation) ?? null;
      return { outcome: 'suppressed', requestId, parentId };
    }
  }
  return { outcome: 'accepted', requestId };
}
