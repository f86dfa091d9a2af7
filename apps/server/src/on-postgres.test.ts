import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator } from './accounts/test-server.ts';
import { createTicket, drawHaloFlow, ticketEvent } from './testing/draw-halo-flow.ts';
import { eventually } from './testing/eventually.ts';
import { ServerProcess } from './testing/server-process.ts';
import { TestClient, type TestFlow } from './testing/test-client.ts';
import { type TestDatabase, ask, hasPostgres, postgres } from './testing/test-databases.ts';
import { logIn } from './testing/test-sluice.ts';

describe.skipIf(!hasPostgres)('the server on PostgreSQL', () => {
  let halo: HaloSimulator;
  let database: TestDatabase;
  let server: ServerProcess;
  let client: TestClient;
  let flow: TestFlow;
  beforeAll(async () => {
    halo = await startHaloSimulator({ quirks: { requestsPerFiveMinutes: 0 } });
    database = await postgres.create();
    server = start();
    client = await connect();
    const connectionId = await client.connect(halo, { requestsPerFiveMinutes: 1_000_000 });
    flow = await client.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  }, 30_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    await halo.close();
    await database.remove();
  });

  test('accepts, runs and remembers, and keeps no database in the data directory', async () => {
    const run = await client.runOf(flow.url, ticketEvent({ summary: 'on PostgreSQL' }));
    expect(run.status).toBe('succeeded');
    expect(halo.state.tickets.map(({ summary }) => summary)).toEqual(['on PostgreSQL']);
    expect(existsSync(join(database.dataDir, 'sluice.db'))).toBe(false);
    expect(existsSync(join(database.dataDir, 'sluice.lock'))).toBe(false);
    expect(existsSync(join(database.dataDir, 'secret.key'))).toBe(true);
  });

  test('answers 503 and Retry-After while the database is away, and goes on by itself', async () => {
    const url = database.databaseUrl ?? '';
    const admin = Object.assign(new URL(url), { pathname: '/postgres' }).href;
    const name = new URL(url).pathname.slice(1);
    await ask(admin, `alter database ${name} allow_connections false`);
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
    await ask(admin, end);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post(flow.url, ticketEvent())),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    for (const { headers } of answers) expect(headers.get('retry-after')).toBe('5');
    expect((await client.admin.send('GET /flows')).status).toBe(503);
    await ask(admin, `alter database ${name} allow_connections true`);
    const run = await client.runOf(flow.url, ticketEvent({ summary: 'after the trouble' }));
    expect(run.status).toBe('succeeded');
  });

  test('killed in the middle of its work it goes on at the next start, each ticket once', async () => {
    halo.reset();
    halo.setQuirks({ delayMs: 50 });
    const summaries = Array.from({ length: 60 }, (_, index) => `killed-${index}`);
    await Promise.all(
      summaries.map(async (summary) => {
        expect((await client.post(flow.url, ticketEvent({ summary }))).status).toBe(202);
      }),
    );
    await server.end('SIGKILL');
    halo.setQuirks({ delayMs: 0 });
    const path = flow.url.slice(new URL(flow.url).origin.length);
    server = start();
    client = await connect();
    flow = { ...flow, url: new URL(path, client.url).href };
    await eventually(
      async () => {
        const pages = await Promise.all(
          ['running', 'waiting'].map((status) => client.admin.send(`GET /runs?status=${status}`)),
        );
        return pages.every(({ body }) => (body as { items: [] }).items.length === 0) || undefined;
      },
      'no run is open any more',
      30,
    );
    expect(halo.state.tickets.map(({ summary }) => summary).toSorted()).toEqual(
      summaries.toSorted(),
    );
  }, 60_000);

  test('a database that cannot be reached stops the start with one sentence', async () => {
    const nowhere = 'postgres://sluice:hunter2@127.0.0.1:1/sluice';
    const other = new ServerProcess(database.dataDir, { DATABASE_URL: nowhere });
    expect(await other.ended).toBe(1);
    expect(other.output).toMatch(/^The database that DATABASE_URL names cannot be used: .*\.\n$/);
    expect(other.output).not.toContain('hunter2');
  });

  function start(): ServerProcess {
    return new ServerProcess(database.dataDir, {
      DATABASE_URL: database.databaseUrl ?? '',
      SLUICE_RUNS_AT_ONCE: '8',
    });
  }

  async function connect(): Promise<TestClient> {
    const url = await server.ready;
    return new TestClient(url, await logIn(url, administrator));
  }
});
