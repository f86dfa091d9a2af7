import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { candidate } from '../testing/candidates.ts';
import { type TestDatabase, databaseKinds } from '../testing/test-databases.ts';
import type { SignalCandidate } from './journal.ts';
import { newId } from './new-id.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './storage.ts';

describe.each(databaseKinds)('while the clock jumps, on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  beforeAll(async () => {
    database = await create();
    storage = await openStorage(database);
  });
  afterAll(async () => {
    await storage.close();
    await database.remove();
  });
  afterEach(async () => {
    for (const table of tables) await storage.db.deleteFrom(table).execute();
  });

  test('set back, it neither suppresses what comes next nor lets a flood through', async () => {
    const flood = { correlation: '', threshold: 2, periodMs: 1000 };
    const at = async (receivedAt: number) => (await accept({ receivedAt, flood })).outcome;
    expect(await at(5_000_000)).toBe('accepted');
    expect(await at(5_000_100)).toBe('accepted');
    expect(await at(5_000_200)).toBe('suppressed');

    expect(await at(10_000)).toBe('accepted');
    expect(await at(10_100)).toBe('accepted');
    expect(await at(10_200)).toBe('suppressed');
    // A moment back, as between the clocks of two processes, is the same flood.
    expect(await at(9900)).toBe('suppressed');

    expect(await at(6_000_000)).toBe('accepted');
    expect(await at(6_000_001)).toBe('accepted');
    expect(await at(6_000_002)).toBe('suppressed');
  });

  test('signals of one batch from before and after a jump are counted apart', async () => {
    const flood = { correlation: '', threshold: 1, periodMs: 1000 };
    const times = [5_000_000, 5_000_001, 10_000, 10_001, 5_000_002];
    const batch = times.map((receivedAt) => candidate({ receivedAt, flood }));
    const outcomes = (await storage.journal.accept(batch)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['accepted', 'suppressed', 'accepted', 'suppressed', 'suppressed']);
  });

  test('set back or forward, it makes no second run of a key that is known', async () => {
    const at = (receivedAt: number) =>
      accept({ receivedAt, deduplication: ['k'], deduplicationMs: 10_000 });
    const { requestId } = await at(5_000_000);
    expect(await at(10_000)).toEqual({ outcome: 'duplicate', requestId });
    expect(await at(5_009_999)).toEqual({ outcome: 'duplicate', requestId });
  });

  async function accept(changes: Partial<SignalCandidate>) {
    const [acceptance] = await storage.journal.accept([candidate(changes)]);
    if (!acceptance) throw new Error('Nothing became of the signal.');
    return acceptance;
  }
});

test('ids made after the clock was set back still sort behind those before', () => {
  const later = Date.now() + 3_600_000;
  const ids = [newId(later), newId(1000), newId(later - 1), newId(later)];
  expect(ids.toSorted()).toEqual(ids);
});

const tables = ['signals', 'deduplication', 'runs', 'run_events', 'run_endings'] as const;
