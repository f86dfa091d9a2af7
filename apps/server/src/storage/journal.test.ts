import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { beginning, candidate, ending } from '../testing/candidates.ts';
import { type TestDatabase, databaseKinds, threadedSqlite } from '../testing/test-databases.ts';
import type { RejectedSignal, SignalCandidate } from './journal.ts';
import { LostRun } from './lost-run.ts';
import { newId } from './new-id.ts';
import { openStorage } from './open-storage.ts';
import { readEvents } from './run-events.ts';
import { listCalledRuns } from './runs.ts';
import { findSignal } from './signals.ts';
import type { Storage } from './storage.ts';

describe.each([...databaseKinds, threadedSqlite])('the journal on $name', ({ create }) => {
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

  test('a duplicate is known until the end of its window, and not after', async () => {
    const at = (receivedAt: number) =>
      accept({ receivedAt, deduplication: ['k'], deduplicationMs: 1000 });
    const first = await at(10_000);
    expect(await at(10_999)).toEqual({ outcome: 'duplicate', requestId: first.requestId });
    const later = await at(11_000);
    expect(later.outcome).toBe('accepted');
    expect(await at(11_999)).toEqual({ outcome: 'duplicate', requestId: later.requestId });
  });

  test('a duplicate does not lengthen the window', async () => {
    const at = (receivedAt: number) =>
      accept({ receivedAt, deduplication: ['k'], deduplicationMs: 1000 });
    await at(10_000);
    await at(10_900);
    expect((await at(11_100)).outcome).toBe('accepted');
  });

  test('a flood ends once the rate has dropped below the threshold', async () => {
    const flood = { correlation: '', threshold: 2, periodMs: 1000 };
    const at = async (receivedAt: number) => (await accept({ receivedAt, flood })).outcome;
    expect(await at(10_000)).toBe('accepted');
    expect(await at(10_100)).toBe('accepted');
    expect(await at(10_200)).toBe('suppressed');
    // The suppressed ones count as well: it goes on for as long as they come this fast.
    expect(await at(10_900)).toBe('suppressed');
    expect(await at(11_150)).toBe('suppressed');
    expect(await at(12_000)).toBe('accepted');
    expect(await at(12_100)).toBe('suppressed');
    expect(await at(13_001)).toBe('accepted');
  });

  test('one signal that cannot be stored does not harm those that share its commit', async () => {
    const known = candidate();
    await storage.journal.accept([known]);
    const twin = candidate({ signalId: known.signalId });
    const results = await Promise.allSettled([
      storage.journal.accept([candidate()]),
      storage.journal.accept([twin]),
      storage.journal.accept([candidate()]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const { count } = await storage.db
      .selectFrom('signals')
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(3);
  });

  test('of a batch with a signal that cannot be stored, none is', async () => {
    const known = candidate();
    await storage.journal.accept([known]);
    const batch = [candidate(), candidate({ signalId: known.signalId })];
    await expect(storage.journal.accept(batch)).rejects.toThrow();
    expect(await storage.db.selectFrom('runs').select('id').execute()).toEqual([
      { id: known.requestId },
    ]);
  });

  test('an accepted signal, its run and the first event are stored together', async () => {
    const accepted = candidate({ title: 'it’s here' });
    await storage.journal.accept([accepted]);
    expect(await storage.db.selectFrom('runs').selectAll().executeTakeFirst()).toMatchObject({
      id: accepted.requestId,
      signal_id: accepted.signalId,
      status: 'running',
      events: 1,
    });
    const event = await storage.db.selectFrom('run_events').selectAll().executeTakeFirst();
    expect(JSON.parse(event?.event ?? '')).toMatchObject({
      type: 'run.started',
      runId: accepted.requestId,
    });
  });

  test('whoever writes to a run that has moved on is refused', async () => {
    const { requestId } = await accept();
    await storage.journal.append(ending(requestId));
    await expect(storage.journal.append(ending(requestId))).rejects.toThrow('moved on');
    expect(await readEvents(storage.db, requestId)).toHaveLength(2);
  });

  test('of a hundred identical signals at once exactly one is accepted, and all are told of its run', async () => {
    const keyed = () => candidate({ deduplication: ['k'], deduplicationMs: 1000 });
    const acceptances = await Promise.all(Array.from({ length: 100 }, () => accept(keyed())));
    const accepted = acceptances.filter(({ outcome }) => outcome === 'accepted');
    expect(accepted).toHaveLength(1);
    const ids = new Set(acceptances.map(({ requestId }) => requestId));
    expect(ids).toEqual(new Set([accepted[0]?.requestId]));
    expect(await count('runs')).toBe(1);
    expect(await count('signals')).toBe(100);
  });

  test('of identical signals in one request the first is accepted', async () => {
    const batch = ['a', 'b', 'a', 'a'].map((key) =>
      candidate({ deduplication: [key], deduplicationMs: 1000 }),
    );
    const acceptances = await storage.journal.accept(batch);
    expect(acceptances.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
      'duplicate',
    ]);
  });

  test('of a flood that arrives at once as many are accepted as may pass, and the others stand beneath one of them', async () => {
    const flood = { correlation: '["db"]', threshold: 10, periodMs: 60_000 };
    const acceptances = await Promise.all(
      Array.from({ length: 200 }, (_, index) => accept({ flood, receivedAt: 1000 + index })),
    );
    expect(acceptances.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(10);
    expect(await count('runs')).toBe(10);
    const signals = await storage.db.selectFrom('signals').selectAll().execute();
    const parents = new Set(
      signals.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id),
    );
    const suppressed = signals.filter(({ outcome }) => outcome === 'suppressed');
    expect(suppressed).toHaveLength(190);
    for (const { parent_id } of suppressed) expect(parents).toContain(parent_id);
  });

  test('other correlations, other triggers and other keys are left alone', async () => {
    const flood = (correlation: string) => ({ correlation, threshold: 1, periodMs: 60_000 });
    const keyed = { deduplication: ['k'], deduplicationMs: 60_000 };
    const outcomes = await Promise.all(
      [
        { flood: flood('a') },
        { flood: flood('b') },
        { flood: flood('a') },
        { flood: flood('a'), triggerUrlId: 't2' },
        { ...keyed, triggerUrlId: 't3' },
        { ...keyed, triggerUrlId: 't4' },
        { ...keyed, triggerUrlId: 't3' },
      ].map(async (changes) => (await accept(changes)).outcome),
    );
    expect(outcomes).toEqual([
      'accepted',
      'accepted',
      'suppressed',
      'accepted',
      'accepted',
      'accepted',
      'duplicate',
    ]);
  });

  test('a suppressed signal counts as seen, so that its repetition is a duplicate', async () => {
    const flood = { correlation: '', threshold: 1, periodMs: 60_000 };
    const keyed = { flood, deduplicationMs: 60_000 };
    await accept({ ...keyed, deduplication: ['a'] });
    expect((await accept({ ...keyed, deduplication: ['b'] })).outcome).toBe('suppressed');
    expect((await accept({ ...keyed, deduplication: ['b'] })).outcome).toBe('duplicate');
  });

  test('everything that comes at once is stored: signals, refusals and what happens to runs', async () => {
    const ids = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const { requestId } = await accept({ triggerUrlId: `t${index % 7}` });
        if (index % 3 === 0) await storage.journal.reject(refusal());
        await storage.journal.append(ending(requestId));
        return requestId;
      }),
    );
    expect(await count('signals')).toBe(400);
    expect(await count('run_events')).toBe(600);
    for (const id of ids) {
      const events = await readEvents(storage.db, id);
      expect(events.map(({ type }) => type)).toEqual(['run.started', 'run.finished']);
    }
  });

  test('whoever held a run before may not write to it any more', async () => {
    const { requestId } = await accept();
    await storage.db.updateTable('runs').set({ fence: 1 }).where('id', '=', requestId).execute();
    await expect(storage.journal.append(ending(requestId))).rejects.toThrow(LostRun);
    await storage.journal.append({ ...ending(requestId), fence: 1 });
    expect(await readEvents(storage.db, requestId)).toHaveLength(2);
  });

  test('an end that concerns others is kept to be told, in the same commit', async () => {
    const [told, untold, lost] = [await accept(), await accept(), await accept()];
    await storage.journal.append({ ...ending(told.requestId), tellEnding: true });
    await storage.journal.append(ending(untold.requestId));
    const late = { ...ending(lost.requestId), tellEnding: true, fence: 7 };
    await expect(storage.journal.append(late)).rejects.toThrow(LostRun);
    expect(await storage.db.selectFrom('run_endings').selectAll().execute()).toEqual([
      { run_id: told.requestId, at: 1 },
    ]);
  });

  test('a beginning with a name begins once, however often it is asked for', async () => {
    const asked = Array.from({ length: 30 }, (_, index) => beginning(index < 20 ? 'a' : 'b'));
    const begun = (await Promise.all(asked.map((each) => storage.journal.begin([each])))).flat();
    expect(begun.filter(({ isNew }) => isNew)).toHaveLength(2);
    expect(new Set(begun.slice(0, 20).map(({ requestId }) => requestId)).size).toBe(1);
    const children = await listCalledRuns(storage.db, { runId: 'p', nodeId: 'call' });
    expect(children.map(({ parent_key }) => parent_key).toSorted()).toEqual(['a', 'b']);
    expect(children).toContainEqual(
      expect.objectContaining({ id: begun[0]?.requestId, status: 'running' }),
    );
    expect(await readEvents(storage.db, begun[0]?.requestId ?? '')).toHaveLength(1);
  });

  test('two who write to one run at the same moment do not both', async () => {
    const { requestId } = await accept();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => storage.journal.append(ending(requestId))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await count('run_events')).toBe(2);
  });

  test('a run that has moved on does not harm those that share its commit', async () => {
    const [one, two] = [await accept(), await accept()];
    await storage.journal.append(ending(one.requestId));
    const results = await Promise.allSettled([
      storage.journal.append(ending(one.requestId)),
      storage.journal.append(ending(two.requestId)),
      accept(),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  test('whatever text comes in can be stored, hostile or broken', async () => {
    const nasty = '\0 \u{d800} \u{1f600} \\ {"a",NULL} \'; drop table runs; --';
    const key = JSON.stringify(nasty);
    const { signalId } = await accepted({
      title: nasty,
      payload: nasty,
      userName: nasty,
      outputs: { [nasty]: nasty },
      deduplication: [key],
      deduplicationMs: 1000,
      flood: { correlation: key, threshold: 5, periodMs: 1000 },
    });
    const stored = await findSignal(storage.db, signalId);
    expect(stored?.outputs).toEqual({ [nasty]: nasty });
    expect(stored?.payload).toContain('\u{1f600} \\ {"a",NULL}');
    expect(stored?.title).toContain('drop table');
    expect((await accept({ deduplication: [key] })).outcome).toBe('duplicate');
  });

  async function accept(changes: Partial<SignalCandidate> = {}) {
    const [acceptance] = await storage.journal.accept([candidate(changes)]);
    if (!acceptance) throw new Error('Nothing came back.');
    return acceptance;
  }

  async function accepted(changes: Partial<SignalCandidate>): Promise<SignalCandidate> {
    const signal = candidate(changes);
    await storage.journal.accept([signal]);
    return signal;
  }

  async function count(table: 'signals' | 'runs' | 'run_events'): Promise<number> {
    const { count } = await storage.db
      .selectFrom(table)
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }
});

function refusal(): RejectedSignal {
  return { signalId: newId(), receivedAt: 1000, reason: 'It was not JSON.', statusCode: 400 };
}

const tables = ['signals', 'deduplication', 'runs', 'run_events', 'run_endings'] as const;
