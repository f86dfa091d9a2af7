import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRuns } from '../storage/runs.ts';
import { listSignals } from '../storage/signals.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { listUnindexed } from '../storage/unindexed.ts';
import { candidate, ending } from '../testing/candidates.ts';
import { type TestDatabase, databaseKinds } from '../testing/test-databases.ts';
import { indexBatch } from './search-indexer.ts';

describe.each(databaseKinds)('searching on $name', ({ create }) => {
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

  test('runs and signals are found by words and beginnings of words, in any order', async () => {
    await endedRun('words', { title: 'Disk is 100% full', outputs: { owner: 'Jürgen' } });
    await endedRun('words', { title: 'Printer', outputs: { path: 'C:\\Temp_1', n: 81_234 } });
    await indexAll();
    const found = (q: string) => titles('words', q);
    expect(await found('FULL disk')).toEqual(['Disk is 100% full']);
    expect(await found('dis 100%')).toEqual(['Disk is 100% full']);
    expect(await found('jurgen')).toEqual(['Disk is 100% full']);
    expect(await found('c:\\temp')).toEqual(['Printer']);
    expect(await found('812')).toEqual(['Printer']);
    expect(await found('81')).toEqual([]);
    expect(await found('rinter')).toEqual([]);
    expect(await found('disk printer')).toEqual([]);
    for (const q of ["'; --", '"', '*', 'a" OR "b', "x' | 'y", '§statusfailed', '(', '\0'])
      expect([q, await found(q)]).toEqual([q, []]);
    const signals = await listSignals(storage.db, { flowId: 'words', q: 'TEMP_1', limit: 10 });
    expect(signals.map(({ title }) => title)).toEqual(['Printer']);
  });

  test('a search goes together with the other filters, newest first, page by page', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      ids.push(await endedRun(index % 2 ? 'odd' : 'even', { title: `Common ${index}` }));
    }
    await indexAll();
    const page = (more: object) =>
      listRuns(storage.db, { q: 'common', limit: 3, ...more }).then((runs) =>
        runs.map(({ id }) => id),
      );
    const newest = ids.toReversed();
    expect(await page({})).toEqual(newest.slice(0, 4));
    expect(await page({ cursor: newest[2] })).toEqual(newest.slice(3, 7));
    expect(await page({ cursor: newest[6] })).toEqual([]);
    expect(await page({ flowId: 'odd' })).toEqual([ids[5], ids[3], ids[1]]);
    expect(await page({ status: 'succeeded', limit: 1 })).toEqual(newest.slice(0, 2));
    expect(await page({ status: 'failed' })).toEqual([]);
    expect(await page({ triggerId: 'trigger', test: false, limit: 1 })).toHaveLength(2);
    expect(await page({ test: true })).toEqual([]);
  });

  test('a run that changed is found by what it holds now, also when it changed twice', async () => {
    const id = await endedRun('again', { title: 'Changed' });
    await indexAll();
    await storage.journal.append({
      ...ending(id),
      firstSeq: 2,
      events: [{ type: 'run.retried', at: '2026-01-01T00:00:01.000Z' }],
      status: 'running',
      finishedAt: null,
    });
    const message = 'Eventually refused';
    await storage.journal.append({
      ...ending(id),
      firstSeq: 3,
      events: [{ type: 'run.finished', at: '2026-01-01T00:00:02.000Z', as: 'failed', message }],
      status: 'failed',
    });
    expect(await titles('again', 'eventually')).toEqual([]);
    await indexAll();
    expect(await titles('again', 'eventually')).toEqual(['Changed']);
    expect(await titles('again', 'changed', { status: 'failed' })).toEqual(['Changed']);
    expect(await titles('again', 'changed', { status: 'succeeded' })).toEqual([]);
  });

  test('what was stored and not indexed when a process ended is noted until it is', async () => {
    const id = await endedRun('noted', { title: 'Noted' });
    const noted = await listUnindexed(storage.db, 100);
    expect(noted.map((each) => each.id)).toContain(id);
    await indexAll();
    expect(await listUnindexed(storage.db, 100)).toEqual([]);
  });

  async function endedRun(flowId: string, changes: object): Promise<string> {
    const signal = candidate({ flowId, ...changes });
    await storage.journal.accept([signal]);
    await storage.journal.append(ending(signal.requestId));
    return signal.requestId;
  }

  async function indexAll(): Promise<void> {
    while ((await indexBatch(storage.db)) > 0);
  }

  async function titles(flowId: string, q: string, more: object = {}): Promise<string[]> {
    const runs = await listRuns(storage.db, { flowId, q, limit: 10, ...more });
    return runs.map(({ title }) => title);
  }
});
