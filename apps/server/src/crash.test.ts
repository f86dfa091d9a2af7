import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import { isOver } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from './accounts/test-server.ts';
import { createTicket, drawHaloFlow, pill, ticketEvent } from './testing/draw-halo-flow.ts';
import { eventually } from './testing/eventually.ts';
import { ServerProcess } from './testing/server-process.ts';
import { TestClient } from './testing/test-client.ts';
import { logIn } from './testing/test-sluice.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sluice-crash-'));
let halo: HaloSimulator;
let server: ServerProcess;
/** The trigger's path and key; the port is another after each start. */
let path: string;
beforeAll(async () => {
  halo = await startHaloSimulator({ quirks: { requestsPerFiveMinutes: 0 } });
  server = startServer();
  const url = await server.ready;
  const client = new TestClient(url, await logIn(url, administrator));
  const connectionId = await client.connect(halo, { requestsPerFiveMinutes: 1_000_000 });
  const flow = await client.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  path = flow.url.slice(url.length);
}, 30_000);
afterAll(async () => {
  await server.end('SIGKILL');
  await halo.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test.each([
  { when: 'as soon as the first are accepted', accepted: 20, of: 200 },
  { when: 'in the middle', accepted: 250, of: 500 },
  { when: 'once all are accepted and many still run', accepted: 200, of: 200 },
])(
  'killed $when, every accepted signal has its ticket and none has two',
  async ({ accepted, of }) => {
    // Halo is slower than signals come in, so that the kill finds many runs at every stage.
    halo.setQuirks({ delayMs: 50 });
    const url = await server.ready;
    const acknowledged: string[] = [];
    let killed: Promise<unknown> | undefined;
    const senders = Array.from({ length: 25 }, async (_sender, first) => {
      for (let index = first; index < of; index += 25) {
        const summary = `${accepted}-${index}`;
        const answer = await fetch(url + path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(ticketEvent({ summary })),
        }).catch(() => undefined);
        if (answer?.status === 202) acknowledged.push(summary);
        if (acknowledged.length >= accepted) killed ??= server.end('SIGKILL');
      }
    });
    await Promise.all(senders);
    await killed;
    expect(acknowledged.length).toBeGreaterThanOrEqual(accepted);
    const before = ticketsBySummary(accepted).size;

    halo.setQuirks({ delayMs: 0 });
    server = startServer();
    const client = new TestClient(
      await server.ready,
      await logIn(await server.ready, administrator),
    );
    await eventually(
      async () => {
        const open = ['running', 'waiting'].map((status) => `GET /runs?status=${status}&limit=1`);
        const pages = await Promise.all(open.map((target) => client.admin.send(target)));
        return pages.every(({ body }) => (body as { items: [] }).items.length === 0) || undefined;
      },
      'no run is open any more',
      45,
    );

    const tickets = ticketsBySummary(accepted);
    const lost = acknowledged.filter((summary) => !tickets.has(summary));
    const twice = [...tickets].filter(([, count]) => count > 1);
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
    expect(before).toBeLessThan(acknowledged.length);
  },
  60_000,
);

test('a run that calls a flow for each item survives a kill, and no item is done twice', async () => {
  halo.reset();
  halo.setQuirks({ delayMs: 100, requestsPerFiveMinutes: 0 });
  const before = new TestClient(await server.ready, await logIn(await server.ready, administrator));
  const connectionId = await before.connect(halo, { requestsPerFiveMinutes: 1_000_000 });
  const item = { entries: [{ id: 'in1', name: [{ text: 'item' }], value: [] }] };
  const called = await before.publish(
    drawHaloFlow({
      connectionId,
      trigger: { type: 'flows.callable', inputs: { inputs: item } },
      steps: [createTicket({ inputs: { summary: [pill('trigger', 'in1')] } })],
    }),
  );
  const each = { list: [pill('trigger', 'summary')], flowId: called.id };
  const caller = await before.publish(
    drawHaloFlow({ steps: [{ id: 'each', type: 'flows.for-each', inputs: each }] }),
  );
  const items = Array.from({ length: 12 }, (_, index) => `item ${index}`);
  const { body } = await before.post(caller.url, ticketEvent({ summary: JSON.stringify(items) }));
  await eventually(() => halo.state.tickets[5], 'the second five are under way');
  await server.end('SIGKILL');
  halo.setQuirks({ delayMs: 0 });

  server = startServer();
  const client = new TestClient(await server.ready, await logIn(await server.ready, administrator));
  const run = await eventually(
    async () => {
      const found = await client.run(body.requestId);
      return isOver(found.status) ? found : undefined;
    },
    'the run that called is over',
    60,
  );
  expect(run.steps['each']?.outputs).toMatchObject({ succeeded: 12, failed: 0 });
  const made = halo.state.tickets.map(({ summary }) => summary).toSorted();
  expect(made).toEqual(items.toSorted());
}, 90_000);

function startServer(): ServerProcess {
  return new ServerProcess(dataDir, { SLUICE_RUNS_AT_ONCE: '16' });
}

/** How many tickets Halo has for each signal of a round. */
function ticketsBySummary(round: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { summary } of halo.state.tickets) {
    if (summary.startsWith(`${round}-`)) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  }
  return counts;
}
