import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { ServerProcess } from '../testing/server-process.ts';
import { TestClient, type TestFlow, expectStatus } from '../testing/test-client.ts';
import { type TestDatabase, ask, hasPostgres, postgres } from '../testing/test-databases.ts';
import { logIn } from '../testing/test-sluice.ts';
import { watchLive } from '../testing/watch-live.ts';
import { administrator } from '../accounts/test-server.ts';

const redisUrl = process.env['TEST_REDIS_URL'];
const queues = [
  { queue: 'PostgreSQL', env: {} },
  ...(redisUrl ? [{ queue: 'Redis', env: { REDIS_URL: redisUrl } }] : []),
];
/** Seconds within which the runs of a killed process go on in another. */
const TAKEN_OVER = 15;
const LONG = 60_000;

describe.skipIf(!hasPostgres).each(queues)(
  'processes that share a queue on $queue',
  ({ queue, env }) => {
    let halo: HaloSimulator;
    let database: TestDatabase;
    let processes: ServerProcess[];
    let web: TestClient;
    let flow: TestFlow;

    beforeEach(async () => {
      halo = await startHaloSimulator({ quirks: { requestsPerFiveMinutes: 0 } });
      database = await postgres.create();
      processes = [];
      web = await connect(start('web'));
      const connectionId = await web.connect(halo, { requestsPerFiveMinutes: 1_000_000 });
      flow = await web.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
    }, LONG);
    afterEach(async () => {
      await Promise.all(processes.map((each) => each.end('SIGKILL')));
      await halo.close();
      await database.remove();
    });

    function start(role: 'all' | 'web' | 'worker'): ServerProcess {
      const more = { DATABASE_URL: database.databaseUrl ?? '', SLUICE_ROLE: role };
      const started = new ServerProcess(database.dataDir, { ...env, ...more });
      processes.push(started);
      return started;
    }

    async function connect(process: ServerProcess): Promise<TestClient> {
      const url = await process.ready;
      return new TestClient(url, await logIn(url, administrator));
    }

    async function postAll(summaries: readonly string[]): Promise<void> {
      await Promise.all(
        summaries.map(async (summary) => {
          expect((await web.post(flow.url, ticketEvent({ summary }))).status).toBe(202);
        }),
      );
    }

    function allOver(seconds: number): Promise<unknown> {
      return eventually(
        async () => {
          const open = await ask(
            database.databaseUrl ?? '',
            'select 1 from runs where finished_at is null limit 1',
          );
          return open.length === 0 || undefined;
        },
        'no run is open any more',
        seconds,
      );
    }

    const summariesOf = () => halo.state.tickets.map(({ summary }) => summary).toSorted();

    test(
      'a worker runs what a web process accepted, and whoever watches there sees it',
      async () => {
        await start('worker').ready;
        const watching = await watchLive(web.url, web.admin);
        const run = await web.runOf(flow.url, ticketEvent({ summary: 'Disk full' }));
        expect(run.status).toBe('succeeded');
        expect(summariesOf()).toEqual(['Disk full']);
        await eventually(
          () => (JSON.stringify(watching.seen).includes('run.finished') ? true : undefined),
          'the watcher saw the end',
        );
        watching.stop();
      },
      LONG,
    );

    test(
      'whoever has a flow open in one process is seen in another, and so is what they save',
      async () => {
        const other = await connect(start('web'));
        const watching = await watchLive(web.url, web.admin, `flowId=${flow.id}`);
        const told = (text: string) =>
          eventually(
            () => (JSON.stringify(watching.seen).includes(text) ? true : undefined),
            `the other process told of ${text}`,
          );
        const visit = `PUT /flows/${flow.id}/visitors/other-tab`;
        expectStatus(await other.admin.send(visit, { nodeId: 'create' }), 200);
        await told('"nodeId":"create"');
        const saved = await other.admin.send(
          `PUT /flows/${flow.id}`,
          { name: 'Saved there', ...drawHaloFlow() },
          { Origin: other.url, 'If-Match': '"1"' },
        );
        expectStatus(saved, 200);
        await told('"version":2');
        watching.stop();
      },
      LONG,
    );

    test(
      'the runs of a killed worker go on in another, and each ticket is made once',
      async () => {
        const [first] = [start('worker'), start('worker')];
        await Promise.all(processes.map(({ ready }) => ready));
        halo.setQuirks({ delayMs: 100 });
        const summaries = Array.from({ length: 120 }, (_, index) => `killed-${index}`);
        await postAll(summaries);
        await first?.end('SIGKILL');
        halo.setQuirks({ delayMs: 0 });
        await allOver(TAKEN_OVER + 15);
        expect(summariesOf()).toEqual(summaries.toSorted());
      },
      LONG,
    );

    test(
      'a worker that was only stopped for a while cannot write to what others took over',
      async () => {
        const paused = start('worker');
        await paused.ready;
        halo.setQuirks({ delayMs: 300 });
        const summaries = Array.from({ length: 40 }, (_, index) => `paused-${index}`);
        await postAll(summaries);
        paused.signal('SIGSTOP');
        await start('worker').ready;
        halo.setQuirks({ delayMs: 0 });
        await allOver(TAKEN_OVER + 15);
        const before = await eventsOf(database);
        paused.signal('SIGCONT');
        // It stops as it should, once it has found out that nothing of it is its own any more.
        expect(await paused.end('SIGTERM')).toBe(0);
        expect(await eventsOf(database)).toEqual(before);
        expect(summariesOf()).toEqual(summaries.toSorted());
      },
      LONG,
    );

    test(
      'a flow that one process switches off is off in the others',
      async () => {
        const other = await connect(start('all'));
        const path = new URL(flow.url).pathname + new URL(flow.url).search;
        const there = new URL(path, other.url).href;
        expect((await web.post(there, ticketEvent())).status).toBe(202);
        const off = await web.admin.send(`POST /flows/${flow.id}/enabled`, { enabled: false });
        expectStatus(off, 200);
        await eventually(
          async () => ((await web.post(there, ticketEvent())).status === 410 ? true : undefined),
          'the other process knows',
        );
      },
      LONG,
    );

    test.skipIf(queue !== 'Redis')(
      'a queue that forgets everything loses nothing',
      async () => {
        await start('worker').ready;
        halo.setQuirks({ delayMs: 100 });
        const summaries = Array.from({ length: 80 }, (_, index) => `wiped-${index}`);
        await postAll(summaries);
        const redis = new Redis(redisUrl ?? '');
        const [prefix] = await ask(
          database.databaseUrl ?? '',
          "select value from settings where name = 'installation'",
        );
        const keys = await redis.keys(`*${(prefix as { value: string }).value}*`);
        expect(keys.length).toBeGreaterThan(0);
        await redis.del(...keys);
        redis.disconnect();
        halo.setQuirks({ delayMs: 0 });
        await allOver(TAKEN_OVER + 15);
        expect(summariesOf()).toEqual(summaries.toSorted());
      },
      LONG,
    );
  },
);

function eventsOf({ databaseUrl = '' }: TestDatabase): Promise<unknown[]> {
  return ask(databaseUrl, 'select run_id, seq, event from run_events order by run_id, seq');
}
