import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indexBatch } from '../search/search-indexer.ts';
import { newId } from '../storage/new-id.ts';
import { openStorage } from '../storage/open-storage.ts';
import { listRuns } from '../storage/runs.ts';
import { listSignals } from '../storage/signals.ts';
import type { Storage } from '../storage/storage.ts';
import { candidate, ending } from '../testing/candidates.ts';
import { type TestDatabase, databaseKinds } from '../testing/test-databases.ts';
import { prune } from './pruner.ts';
import { readRetention, saveRetention } from './retention.ts';

const DAY = 86_400_000;
/** All that a test stores is stored now, and looked at from a time as many days later. */
const today = Date.now();
const rest = async () => {};

describe.each(databaseKinds)('pruning on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database);
  });
  afterEach(async () => {
    await storage.close();
    await database.remove();
  });

  test('runs go by age, those that failed later, with all that belongs to them', async () => {
    const good = await stored('succeeded');
    const bad = await stored('failed');
    while ((await indexBatch(storage.db)) > 0);

    expect(await prune(storage.db, today + 29 * DAY, rest)).toMatchObject({ runs: 0 });
    expect(await prune(storage.db, today + 31 * DAY, rest)).toMatchObject({ runs: 1 });
    expect(await left()).toEqual([bad]);
    expect(await events(good)).toBe(0);
    expect(await events(bad)).toBe(2);
    expect(await listRuns(storage.db, { q: 'signal', limit: 10 })).toHaveLength(1);
    expect(await prune(storage.db, today + 91 * DAY, rest)).toMatchObject({ runs: 1, signals: 2 });
    expect(await left()).toEqual([]);
    for (const table of ['run_events', 'signals', 'run_endings'] as const)
      expect([table, await storage.db.selectFrom(table).selectAll().execute()]).toEqual([
        table,
        [],
      ]);
    expect(await listRuns(storage.db, { q: 'signal', limit: 10 })).toEqual([]);
  });

  test('an open run stays whatever its age, with the run that called it and those it called', async () => {
    const caller = await stored('failed');
    const open = await begun(caller);
    const called = await begun(open);
    await end(called, 'succeeded');
    const alone = await stored('failed');

    await prune(storage.db, today + 1000 * DAY, rest);
    expect(await left()).toEqual([called, open, caller]);
    expect(await left()).not.toContain(alone);

    await end(open, 'succeeded');
    await prune(storage.db, today + 1000 * DAY, rest);
    expect(await left()).toEqual([]);
  });

  test('no more than so many runs and signals stay, the newest ones', async () => {
    const signals = Array.from({ length: 1030 }, () => candidate({ receivedAt: today }));
    await storage.journal.accept(signals);
    const ids = signals.map(({ requestId }) => requestId);
    for (const id of ids) await end(id, 'succeeded');
    const usual = await readRetention(storage.db);
    await saveRetention(storage.db, { ...usual, mostRuns: 1000, mostSignals: 1020 });

    const gone = await prune(storage.db, today, rest);
    expect(gone).toEqual({ runs: 30, signals: 10 });
    const rows = await storage.db.selectFrom('runs').select('id').orderBy('id').execute();
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(30));
    expect(await prune(storage.db, today, rest)).toEqual({ runs: 0, signals: 0 });
  });

  test('refused signals go sooner than others', async () => {
    await storage.journal.accept([candidate({ receivedAt: today })]);
    await storage.journal.reject({
      signalId: newId(),
      receivedAt: today,
      reason: 'No.',
      statusCode: 400,
    });
    await prune(storage.db, today + 8 * DAY, rest);
    expect(await listSignals(storage.db, { limit: 10 })).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('drafts that were tested go once no run follows them, but never the draft of now', async () => {
    const { db } = storage;
    const at = { created_at: today, created_by: 'Ada', drawing: '{}', published_at: null };
    await db
      .insertInto('flow_versions')
      .values([
        { ...at, flow_id: 'f1', version: 1 },
        { ...at, flow_id: 'f1', version: 2 },
        { ...at, flow_id: 'f1', version: 3 },
        { ...at, flow_id: 'f1', version: 4, published_at: today },
      ])
      .execute();
    await db
      .insertInto('flows')
      .values({
        id: 'f1',
        name: 'Flow',
        enabled: 1,
        version: 3,
        drawing: '{}',
        published_version: 4,
        published_at: today,
        created_at: today,
        created_by: 'Ada',
        updated_at: today,
        updated_by: 'Ada',
        deleted_at: null,
      })
      .execute();
    await storage.journal.accept([candidate({ test: true, flowVersion: 2 })]);
    await prune(db, today + 2 * DAY, rest);
    const kept = await db.selectFrom('flow_versions').select('version').execute();
    expect(kept.map(({ version }) => version).toSorted()).toEqual([2, 3, 4]);
  });

  async function stored(status: 'succeeded' | 'failed'): Promise<string> {
    const signal = candidate({ receivedAt: today });
    await storage.journal.accept([signal]);
    await end(signal.requestId, status);
    return signal.requestId;
  }

  async function begun(parentRunId: string): Promise<string> {
    const runId = newId();
    await storage.journal.begin([
      {
        start: {
          type: 'run.started',
          at: new Date(today).toISOString(),
          runId,
          flowId: 'f1',
          flowVersion: 1,
          triggerId: 'trigger',
          outputs: {},
          parent: { runId: parentRunId, nodeId: 'call', key: runId, depth: 1 },
        },
        title: 'A call',
        triggerName: 'Called',
      },
    ]);
    return runId;
  }

  async function end(runId: string, status: 'succeeded' | 'failed'): Promise<void> {
    await storage.journal.append({
      ...ending(runId),
      status,
      finishedAt: today,
      tellEnding: status === 'failed',
    });
  }

  async function left(): Promise<readonly string[]> {
    return (await listRuns(storage.db, { limit: 100 })).map(({ id }) => id);
  }

  async function events(runId: string): Promise<number> {
    const rows = await storage.db
      .selectFrom('run_events')
      .select('seq')
      .where('run_id', '=', runId)
      .execute();
    return rows.length;
  }
});
