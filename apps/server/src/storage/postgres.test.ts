import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { candidate, ending } from '../testing/candidates.ts';
import { type TestDatabase, ask, hasPostgres, postgres } from '../testing/test-databases.ts';
import { eventually } from '../testing/eventually.ts';
import { isStorageTrouble } from './is-storage-trouble.ts';
import type { SignalCandidate } from './journal.ts';
import { migrations } from './migrations.ts';
import { openStorage } from './open-storage.ts';
import { readEvents } from './run-events.ts';
import { StorageError } from './storage-error.ts';
import type { Storage } from './storage.ts';

describe.skipIf(!hasPostgres)('several processes on one PostgreSQL', () => {
  let database: TestDatabase;
  let url: string;
  let processes: readonly [Storage, Storage, Storage];
  beforeEach(async () => {
    database = await postgres.create();
    url = database.databaseUrl ?? '';
    // All at once, on a database that nobody has made tables in yet.
    processes = await Promise.all([
      openStorage(database),
      openStorage(database),
      openStorage(database),
    ]);
  });
  afterEach(async () => {
    await Promise.all(processes.map((storage) => storage.close()));
    await database.remove();
  });

  test('start at the same moment and make the tables once', async () => {
    expect(await ask(url, 'select version from schema_version')).toEqual([
      { version: migrations.length },
    ]);
  });

  test('accept exactly one of a hundred identical signals, and all are told of its run', async () => {
    const acceptances = await acceptEverywhere(100, () =>
      candidate({ deduplication: ['k', 'l'], deduplicationMs: 60_000 }),
    );
    const accepted = acceptances.filter((each) => each?.outcome === 'accepted');
    expect(accepted).toHaveLength(1);
    expect(new Set(acceptances.map((each) => each?.requestId))).toEqual(
      new Set([accepted[0]?.requestId]),
    );
    const [{ db }] = processes;
    expect(await db.selectFrom('runs').select('id').execute()).toEqual([
      { id: accepted[0]?.requestId },
    ]);
  });

  test('let exactly as many of a flood through as may pass', async () => {
    const flood = { correlation: '', threshold: 7, periodMs: 60_000 };
    const acceptances = await acceptEverywhere(150, () =>
      candidate({ flood, triggerUrlId: 'flooded' }),
    );
    expect(acceptances.filter((each) => each?.outcome === 'accepted')).toHaveLength(7);
    expect(acceptances.filter((each) => each?.outcome === 'suppressed')).toHaveLength(143);
  });

  test('do not stand in each other’s way when requests touch many triggers in any order', async () => {
    const requests = Array.from({ length: 90 }, (_, index) => {
      const order = index % 2 === 0 ? [1, 2, 3, 4] : [4, 3, 2, 1];
      const batch = order.map((number) =>
        candidate({
          triggerUrlId: `t${number}`,
          deduplication: [`${index}`],
          deduplicationMs: 1000,
        }),
      );
      return processes[index % 3]?.journal.accept(batch);
    });
    const acceptances = (await Promise.all(requests)).flatMap((batch) => batch ?? []);
    expect(new Set(acceptances.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    expect(acceptances).toHaveLength(360);
  });

  test('do not both write to one run', async () => {
    const [first, second] = processes;
    const signals = Array.from({ length: 20 }, () => candidate());
    await first.journal.accept(signals);
    const results = await Promise.allSettled(
      signals.flatMap(({ requestId }) => [
        first.journal.append(ending(requestId)),
        second.journal.append(ending(requestId)),
      ]),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    for (const { requestId } of signals)
      expect(await readEvents(first.db, requestId)).toHaveLength(2);
  });

  test('a database that may only be read is trouble until it may be written again', async () => {
    const [{ db, journal }] = processes;
    const name = new URL(url).pathname.slice(1);
    const server = Object.assign(new URL(url), { pathname: '/postgres' }).href;
    await ask(server, `alter database ${name} set default_transaction_read_only = on`);
    await endConnections();
    const refused = await journal.accept([candidate()]).catch((error: unknown) => error);
    expect(isStorageTrouble(refused)).toBe(true);
    expect(await db.selectFrom('signals').select('id').execute()).toEqual([]);
    await ask(server, `alter database ${name} reset default_transaction_read_only`);
    await endConnections();
    const [acceptance] = await journal.accept([candidate()]);
    expect(acceptance?.outcome).toBe('accepted');
  });

  test('lost connections are trouble for what was under way, and are made anew', async () => {
    const [{ db, journal }] = processes;
    const keyed = () => candidate({ deduplication: ['k'], deduplicationMs: 60_000 });
    await journal.accept([keyed()]);
    const release = await hold('lock table deduplication in access exclusive mode');
    const refused = journal.accept([keyed()]).catch((error: unknown) => error);
    await eventually(async () => {
      const waiting = await ask(url, `select 1 from pg_locks where not granted`);
      return waiting.length > 0 || undefined;
    }, 'it waits for the table');
    await endConnections();
    await release();
    expect(isStorageTrouble(await refused)).toBe(true);
    expect((await journal.accept([keyed()]))[0]?.outcome).toBe('duplicate');
    expect(await db.selectFrom('flows').select('id').execute()).toEqual([]);
  });

  test('what somebody else holds for too long is trouble, and harms nothing that need not wait', async () => {
    const [{ journal }] = processes;
    const keyed = () => candidate({ deduplication: ['k'], deduplicationMs: 60_000 });
    const release = await hold(`insert into deduplication values ('t1', 'k', 'r', 0)`);
    const refused = journal.accept([keyed()]).catch((error: unknown) => error);
    expect((await journal.accept([candidate({ triggerUrlId: 't2' })]))[0]?.outcome).toBe(
      'accepted',
    );
    expect(isStorageTrouble(await refused)).toBe(true);
    await release();
    expect((await journal.accept([keyed()]))[0]?.outcome).toBe('accepted');
  });

  /** Gives every process its share of so many signals, at once. */
  async function acceptEverywhere(count: number, make: () => SignalCandidate) {
    const requests = Array.from({ length: count }, (_, index) =>
      processes[index % processes.length]?.journal.accept([make()]),
    );
    return (await Promise.all(requests)).map((acceptances) => acceptances?.[0]);
  }

  /** Ends the connections of all processes, as a restart of the server does. */
  async function endConnections(): Promise<void> {
    await ask(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'sluice'`,
    );
  }

  /** Does something that locks others out, as a tool outside might; the answer undoes it. */
  async function hold(statement: string): Promise<() => Promise<void>> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`begin; ${statement}`);
    return () => client.end();
  }
});

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  test('a database of a newer version is refused with a sentence, and left as it was', async () => {
    const database = await postgres.create();
    onTestFinished(() => database.remove());
    await (await openStorage(database)).close();
    const url = database.databaseUrl ?? '';
    await ask(url, 'update schema_version set version = 999');
    await expect(openStorage(database)).rejects.toThrow(
      /newer version of Sluice .* Start that version/,
    );
    expect(await ask(url, 'select version from schema_version')).toEqual([{ version: 999 }]);
  });

  test('a database that cannot be reached is told in a sentence without the password', async () => {
    const database = await postgres.create();
    onTestFinished(() => database.remove());
    const url = new URL(database.databaseUrl ?? '');
    url.password = 'hunter2';
    const refused = openStorage({ ...database, databaseUrl: url.href });
    await expect(refused).rejects.toThrow(StorageError);
    await expect(refused).rejects.toThrow(
      /^The database that DATABASE_URL names cannot be used: (?!.*hunter2).*\.$/,
    );
  });
});
