import type { RunStarted } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunEntry, SignalCandidate } from './journal.ts';
import { newId } from './new-id.ts';
import { type Storage, openSqlite } from './open-storage.ts';
import { listCalledRuns } from './runs.ts';

let storage: Storage;
beforeEach(() => {
  storage = openSqlite(':memory:');
});
afterEach(() => storage.close());

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
  const entry = entryOf(requestId);
  await storage.journal.append(entry);
  await expect(storage.journal.append(entry)).rejects.toThrow('moved on');
});

test('whoever held a run before may not write to it any more', async () => {
  const { requestId } = await accept();
  await storage.db.updateTable('runs').set({ fence: 1 }).where('id', '=', requestId).execute();

  await expect(storage.journal.append(entryOf(requestId))).rejects.toThrow('moved on');
  await storage.journal.append({ ...entryOf(requestId), fence: 1 });
});

test('an end that concerns others is kept to be told, in the same commit', async () => {
  const { requestId } = await accept();
  await storage.journal.append({ ...entryOf(requestId), tellEnding: true });

  const endings = await storage.db.selectFrom('run_endings').select('run_id').execute();
  expect(endings).toContainEqual({ run_id: requestId });
});

test('a beginning with a name begins once, however often it is asked for', async () => {
  const key = { triggerUrlId: 't1', key: 'call 1', keptMs: 1000 };
  const beginnings = [newId(), newId()].map((runId) => ({
    start: { ...startOf(runId), parent: { runId: 'p', nodeId: 'call', key: '1', depth: 1 } },
    title: 'A call',
    triggerName: 'Called',
    key,
  }));
  const begun = await Promise.all(beginnings.map((each) => storage.journal.begin([each])));
  const [first, second] = begun.flat();

  expect(first).toEqual({ requestId: beginnings[0]?.start.runId, isNew: true });
  expect(second).toEqual({ requestId: beginnings[0]?.start.runId, isNew: false });
  const children = await listCalledRuns(storage.db, { runId: 'p', nodeId: 'call' });
  expect(children).toMatchObject([{ id: first?.requestId, status: 'running', parent_key: '1' }]);
});

async function accept(changes: Partial<SignalCandidate> = {}) {
  const [acceptance] = await storage.journal.accept([candidate(changes)]);
  if (!acceptance) throw new Error('Nothing came back.');
  return acceptance;
}

function candidate(changes: Partial<SignalCandidate> = {}): SignalCandidate {
  return {
    signalId: newId(),
    requestId: newId(),
    triggerUrlId: 't1',
    flowId: 'f1',
    flowVersion: 1,
    nodeId: 'trigger',
    triggerName: 'Ticket logged',
    receivedAt: 1000,
    title: 'A signal',
    outputs: {},
    incomplete: false,
    test: false,
    deduplication: [],
    deduplicationMs: 0,
    ...changes,
  };
}

function entryOf(runId: string): RunEntry {
  return {
    runId,
    firstSeq: 1,
    events: [{ type: 'run.finished', at: '2026-01-01T00:00:00.000Z' }],
    status: 'succeeded',
    finishedAt: 1,
    wakeAt: null,
    fence: 0,
    tellEnding: false,
  };
}

function startOf(runId: string): RunStarted {
  return {
    type: 'run.started',
    at: '2026-01-01T00:00:00.000Z',
    runId,
    flowId: 'f1',
    flowVersion: 1,
    triggerId: 'trigger',
    outputs: {},
  };
}
