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
  beforeEach(async () => {
    database = await postgres.create();
    storage = await openStorage(database);
    const times = { logger: pino({ enabled: false }), heldMs: 1000, renewMs: 100 };
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
    await new Promise((resolve) => setTimeout(resolve, 1500));
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

  test('a run that is released can be had at once', async () => {
    await ours.take(runId);
    await ours.release(runId);
    expect(await theirs.take(runId)).toMatchObject({ fence: 2 });
  });
});
