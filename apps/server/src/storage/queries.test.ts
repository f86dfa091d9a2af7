import type { Insertable } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candidate, ending } from '../testing/candidates.ts';
import { type TestDatabase, databaseKinds } from '../testing/test-databases.ts';
import { insertConstant, listConstants, updateConstant } from './constants.ts';
import type { Database, FlowsTable } from './database.ts';
import { findVersion, keepVersion, listFlows, saveDraft, findFlow } from './flows.ts';
import { newId } from './new-id.ts';
import { openStorage } from './open-storage.ts';
import { pruneExpired } from './prune.ts';
import { findBeginnings, findRun, listIdleRuns, listRuns } from './runs.ts';
import { insertSession } from './sessions.ts';
import { keepSetting, readSetting, takeTurn, writeSetting } from './settings.ts';
import { countSignals, findLastSignal, listSignals } from './signals.ts';
import type { Storage } from './storage.ts';
import { advanceSchedule, ensureTrigger, readLastFired, rotateTrigger } from './triggers.ts';
import { insertUser } from './users.ts';

describe.each(databaseKinds)('the queries on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let db: Database;
  beforeAll(async () => {
    database = await create();
    storage = await openStorage(database);
    ({ db } = storage);
  });
  afterAll(async () => {
    await storage.close();
    await database.remove();
  });

  test('runs and signals are listed by key, newest first, without a gap or a repetition', async () => {
    const flowId = await addFlow();
    const signals = Array.from({ length: 25 }, (_, index) =>
      candidate({ flowId, receivedAt: Date.now() + index }),
    );
    await storage.journal.accept(signals);
    const pages = { runs: [] as string[], signals: [] as string[] };
    for (const [kind, list] of [
      ['runs', listRuns],
      ['signals', listSignals],
    ] as const) {
      for (let cursor: string | undefined; ;) {
        const page = await list(db, { flowId, cursor, limit: 10 });
        pages[kind].push(...page.slice(0, 10).map(({ id }) => id));
        cursor = page[9]?.id;
        if (page.length <= 10) break;
      }
    }
    expect(pages.runs).toEqual(signals.map(({ requestId }) => requestId).reverse());
    expect(pages.signals).toEqual(signals.map(({ signalId }) => signalId).reverse());
  });

  test('ids are ordered by their bytes', async () => {
    const ids = ['0z', '9a', 'a0', 'a_', 'aa', 'z-', 'zz', 'zz0'];
    for (const id of ids.toReversed())
      await insertUser(db, {
        id,
        name: id,
        email: null,
        kind: 'integration',
        role: 'viewer',
        password_hash: null,
        disabled: 0,
        created_at: 1,
      });
    const rows = await db.selectFrom('users').select('id').orderBy('id').execute();
    expect(rows.map(({ id }) => id)).toEqual(ids.toSorted());
  });

  test('numbers come as numbers: times, counts and flags', async () => {
    const at = 1_790_000_000_123;
    const { signalId, requestId } = await accept({ receivedAt: at, triggerUrlId: 'numbers' });
    const row = await db
      .selectFrom('runs')
      .selectAll()
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ started_at: at, test: 0, events: 1, depth: 0, finished_at: null });
    expect(await countSignals(db, 'numbers', at)).toBe(1);
    expect(await findLastSignal(db, 'numbers')).toMatchObject({ id: signalId, received_at: at });
  });

  test('suppressed signals stand beneath their parent and are counted there', async () => {
    const flowId = await addFlow();
    const flood = { correlation: 'x', threshold: 1, periodMs: 60_000 };
    for (let each = 0; each < 4; each += 1) await accept({ flowId, flood, triggerUrlId: 'flood' });
    const [parent, ...others] = await listSignals(db, { flowId, limit: 10 });
    expect(others).toEqual([]);
    expect(parent).toMatchObject({ outcome: 'accepted', suppressedCount: 3 });
    expect(await listSignals(db, { parentId: parent?.id, limit: 10 })).toHaveLength(3);
  });

  test('idle runs are those that are open, due soon and held by nobody, oldest first', async () => {
    const signals = Array.from({ length: 6 }, () => candidate());
    await storage.journal.accept(signals);
    const ids = signals.map(({ requestId }) => requestId);
    const now = 1_790_000_000_000;
    const change = (index: number, values: object) =>
      db
        .updateTable('runs')
        .set(values)
        .where('id', '=', ids[index] ?? '')
        .execute();
    await storage.journal.append(ending(ids[1] ?? ''));
    await change(2, { wake_at: now + 3_600_000 });
    await change(3, { lease_owner: 'other', lease_until: now + 1000 });
    await change(4, { lease_owner: 'dead', lease_until: now - 1, wake_at: now - 1 });
    const idle = await listIdleRuns(db, { after: '', now, limit: 1000 });
    expect(idle.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([
      ids[0],
      ids[4],
      ids[5],
    ]);
    const rest = await listIdleRuns(db, { after: ids[0] ?? '', now, limit: 1 });
    expect(rest).toEqual([{ id: ids[4], wake_at: now - 1 }]);
  });

  test('runs that have only begun are read many at once, those that went on are not', async () => {
    const flowId = await addFlow();
    const signals = Array.from({ length: 3 }, () => candidate({ flowId }));
    const acceptances = await storage.journal.accept(signals);
    const ids = signals.map(({ requestId }) => requestId);
    await storage.journal.append(ending(ids[1] ?? ''));

    const found = await findBeginnings(db, [...ids, 'never heard of']);
    expect([...found.keys()].toSorted()).toEqual([ids[0], ids[2]].toSorted());
    const { start, summary } = found.get(ids[0] ?? '') ?? {};
    expect(start).toEqual(acceptances[0]?.outcome === 'accepted' && acceptances[0].start);
    expect(summary).toEqual((await findRun(db, ids[0] ?? ''))?.summary);
  });

  test('of two processes that deal with a schedule one is first', async () => {
    const { id } = await ensureTrigger(db, 'flow', 'clock');
    expect(await advanceSchedule(db, id, { from: null, to: 5 })).toBe(true);
    const fired = await Promise.all([6, 6].map((to) => advanceSchedule(db, id, { from: 5, to })));
    expect(fired.toSorted()).toEqual([false, true]);
    expect(await readLastFired(db, id)).toBe(6);
  });

  test('a flow is listed with its last run and its failures, and saved by one of two at a time', async () => {
    const id = await addFlow();
    const { requestId } = await accept({ flowId: id, receivedAt: 5000 });
    await storage.journal.append({ ...ending(requestId), status: 'failed' });
    const listed = (await listFlows(db, { failuresSince: 1000 })).find((flow) => flow.id === id);
    expect(listed).toMatchObject({ last_run_id: requestId });
    expect(Number(listed?.recent_failures)).toBe(1);

    const draft = { id, name: 'Renamed', drawing: emptyDrawing, enabled: false, by: 'ada' };
    const saved = await Promise.all([saveDraft(db, draft, 1), saveDraft(db, draft, 1)]);
    expect(saved.toSorted()).toEqual([false, true]);
    const flow = await findFlow(db, id);
    expect(flow).toMatchObject({ name: 'Renamed', version: 2, enabled: false });
    if (!flow) return;
    await keepVersion(db, flow, { by: 'ada', publishedAt: null });
    await keepVersion(db, flow, { by: 'ada', publishedAt: 7 });
    expect(await findVersion(db, id, 2)).toEqual(emptyDrawing);
  });

  test('a trigger has one URL however many ask for it at once', async () => {
    const rows = await Promise.all(
      Array.from({ length: 10 }, () => ensureTrigger(db, 'flow', 'node')),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    await rotateTrigger(db, rows[0]?.id ?? '');
    expect((await ensureTrigger(db, 'flow', 'node')).generation).toBe(2);
  });

  test('two constants never have one name, however they are written at once', async () => {
    const added = await Promise.all(
      ['a', 'b', 'c'].map((id) => insertConstant(db, { id, name: 'colour', value: id })),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
    await insertConstant(db, { id: 'd', name: 'size', value: '1' });
    await insertConstant(db, { id: 'e', name: 'weight', value: '2' });
    const changed = await Promise.all(
      ['d', 'e'].map((id) => updateConstant(db, { id, name: 'shape', value: 'round' })),
    );
    expect(changed.toSorted()).toEqual(['done', 'taken']);
    const names = (await listConstants(db)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('of settings kept at once one holds, and turns are taken one after another', async () => {
    const kept = await Promise.all(['x', 'y', 'z'].map((value) => keepSetting(db, 'key', value)));
    expect(new Set(kept).size).toBe(1);
    await writeSetting(db, 'sum', '0');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        db.transaction().execute(async (transaction) => {
          await takeTurn(transaction, 'sum');
          const sum = Number(await readSetting(transaction, 'sum'));
          await writeSetting(transaction, 'sum', String(sum + 1));
        }),
      ),
    );
    expect(await readSetting(db, 'sum')).toBe('20');
  });

  test('what has expired is pruned, in whatever number, and nothing else', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => ({
      trigger_id: 't',
      key: `k${index}`,
      request_id: 'r',
      expires_at: index < 2400 ? 10 : 30,
    }));
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto('deduplication')
        .values(rows.slice(from, from + 500))
        .execute();
    const user_id = newId();
    await insertUser(db, {
      id: user_id,
      name: 'Ada',
      email: 'ada@example.com',
      kind: 'person',
      role: 'admin',
      password_hash: null,
      disabled: 0,
      created_at: 1,
    });
    for (const [id, expires_at] of [
      ['ended', 10],
      ['open', 30],
    ] as const)
      await insertSession(db, { id, user_id, created_at: 1, last_seen_at: 1, expires_at });
    expect(await pruneExpired(db, 20)).toBe(2401);
    expect(await db.selectFrom('deduplication').select('key').execute()).toHaveLength(100);
    expect(await db.selectFrom('sessions').select('id').execute()).toEqual([{ id: 'open' }]);
    await db.deleteFrom('users').where('id', '=', user_id).execute();
    expect(await db.selectFrom('sessions').select('id').execute()).toEqual([]);
  });

  async function accept(changes: Parameters<typeof candidate>[0]) {
    const signal = candidate(changes);
    await storage.journal.accept([signal]);
    return signal;
  }

  async function addFlow(): Promise<string> {
    const row: Insertable<FlowsTable> = {
      id: newId(),
      name: 'A flow',
      enabled: 1,
      version: 1,
      drawing: JSON.stringify(emptyDrawing),
      published_version: null,
      published_at: null,
      created_at: 1,
      created_by: 'ada',
      updated_at: 1,
      updated_by: 'ada',
      deleted_at: null,
    };
    await db.insertInto('flows').values(row).execute();
    return row.id;
  }
});

const emptyDrawing = { nodes: [], edges: [] };
