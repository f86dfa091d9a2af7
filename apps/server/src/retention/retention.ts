import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';

const days = z.int().min(1).max(3650);
const most = z.int().min(1000).max(100_000_000);

/** How long things are kept: until they are too old, or too many are newer. */
export const retentionSchema = z.strictObject({
  /** Days after its end that a run is kept. */
  succeededDays: days,
  /** The same for runs that failed or were cancelled. */
  failedDays: days,
  mostRuns: most,
  signalDays: days,
  /** Days that a refused signal is kept. */
  refusedDays: days,
  mostSignals: most,
});

/** See `retentionSchema`. */
export type Retention = z.output<typeof retentionSchema>;

const usual: Retention = {
  succeededDays: 30,
  failedDays: 90,
  mostRuns: 1_000_000,
  signalDays: 90,
  refusedDays: 7,
  mostSignals: 2_000_000,
};

/** How long things are kept, as the audit log tells it. */
export function describeRetention(retention: Retention): string {
  const { succeededDays, failedDays, mostRuns, signalDays, refusedDays, mostSignals } = retention;
  return `Runs ${succeededDays} days, failed ones ${failedDays}, ${mostRuns} at most. Signals ${signalDays} days, refused ones ${refusedDays}, ${mostSignals} at most.`;
}

const NAME = 'retention';

/** What holds now. */
export async function readRetention(db: Database): Promise<Retention> {
  const text = await readSetting(db, NAME);
  return text === undefined ? usual : { ...usual, ...(JSON.parse(text) as Partial<Retention>) };
}

/** Changes how long things are kept; pruning obeys from its next round on. */
export function saveRetention(db: Database, retention: Retention): Promise<void> {
  return writeSetting(db, NAME, JSON.stringify(retention));
}
