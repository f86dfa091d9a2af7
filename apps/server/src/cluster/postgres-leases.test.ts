import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../storage/storage.ts';
import { openStorage } from '../storage/open-storage.ts';
import { candidate } from '../testing/candidates.ts';
import { eventually } from '../testing/eventually.ts';
import { type TestDatabase, hasPostgres, postgres } from '../testing/test-databases.ts';
import { PostgresLeases } from './postgres-leases.ts';

describe.skipIf(!hasPostgres)('the leases of runs on PostgreSQL', () => {
  let database: TestDatabase;
  let storage: Storage;
  let ours: PostgresLeases;
  let theirs: PostgresLeases;
  let runId: string;
  let warnings: string[];
  beforeEach(async () => {
    database = await postgres.create();
    storage = await openStorage(database);
    warnings = [];
    const logger = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
    const times = { logger, heldMs: 2000, renewMs: 100 };
    ours = new PostgresLeases(storage.db, { owner: 'ours', ...times });
    theirs = new PostgresLeases(storage.db, { owner: 'theirs', ...times });
    const [accepted] = await storage.journal.accept([candidate()]);
    runId = accepted?.requestId ?? '';
  });
  afterEach(async () => {
    ours.close();
    theirs.close();
    await storage.close();
    await database.remove();
  });

  test('a run that is advanced stays ours, however long that takes', async () => {
    expect(await ours.take(runId)).toMatchObject({ fence: 1 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(ours.holds(runId)).toBe(true);
    expect(await theirs.take(runId)).toBeUndefined();
  });

  test('a run that was let go of in whatever way is soon to be had, while its process lives on', async () => {
    await ours.take(runId);
    ours.forget(runId);
    expect(await theirs.take(runId)).toBeUndefined();
    expect(await eventually(() => theirs.take(runId), 'the lease ran out')).toMatchObject({
      fence: 2,
    });
  });

  test('what writes to a run is neither waited for nor made to wait by the renewing of others', async () => {
    const [second] = await storage.journal.accept([candidate()]);
    const secondId = second?.requestId ?? '';
    await ours.take(runId);
    await ours.take(secondId);
    await storage.db.transaction().execute(async (writing) => {
      const touch = (id: string) =>
        writing.updateTable('runs').set({ title: 'Touched' }).where('id', '=', id).execute();
      await touch(secondId);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await touch(runId);
    });
    expect(warnings).toEqual([]);
  });

  test('a run that is released can be had at once', async () => {
    await ours.take(runId);
    await ours.release(runId);
    expect(await theirs.take(runId)).toMatchObject({ fence: 2 });
  });
});
