import type { Decided, Ledger } from './decide-acceptance.ts';
import { noRows, rowsOfBeginning } from './journal-rows.ts';
import type { Begun, RunBeginning } from './journal.ts';

/** Decides whether a run begins. Nobody else may write to its key until it is stored. */
export function decideBeginning(beginning: RunBeginning, ledger: Ledger): Decided<Begun> {
  const { start, key } = beginning;
  const seen = key && ledger.findDuplicate(key.triggerUrlId, key.key, Date.parse(start.at));
  if (seen !== undefined) return { result: { requestId: seen, isNew: false }, rows: noRows };
  return { result: { requestId: start.runId, isNew: true }, rows: rowsOfBeginning(beginning) };
}
