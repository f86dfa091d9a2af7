import type { FlowVersion } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestAnswer } from '../accounts/test-server.ts';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('publishing asks for the version that was looked at, if one is named', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const publish = (match: string) =>
    sluice.admin.send(`POST /flows/${id}/publish`, undefined, {
      Origin: sluice.url,
      'If-Match': match,
    });
  expect((await publish('"7"')).status).toBe(412);
  expect((await publish('"1"')).body).toMatchObject({ publishedVersion: 1 });
});

test('a published version stays as it was, whatever is saved later', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await save(flow.id, 1, drawHaloFlow({ trigger: { name: 'Renamed' } }));
  const path = `GET /flows/${flow.id}/versions`;
  expect((await sluice.admin.send(`${path}/1`)).body).toMatchObject({
    version: 1,
    current: true,
    drawing: { nodes: [{ name: 'Incidents' }] },
  });
  expect((await sluice.admin.send(`${path}/2`)).status).toBe(404);

  await sluice.admin.send(`POST /flows/${flow.id}/publish`);
  const { items } = (await sluice.admin.send(path)).body as { items: FlowVersion[] };
  expect(items.map(({ version, current }) => [version, current])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await sluice.admin.send(`${path}/1`)).body).toMatchObject({
    drawing: { nodes: [{ name: 'Incidents' }] },
  });
});

test('a version keeps who published it, why, and what it changed', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await save(flow.id, 1, drawHaloFlow({ trigger: { name: 'Renamed' } }));
  const note = '  Say what it listens to  ';
  expectStatus(await sluice.admin.send(`POST /flows/${flow.id}/publish`, { note }), 200);
  const { items } = (await sluice.admin.send(`GET /flows/${flow.id}/versions`)).body as {
    items: FlowVersion[];
  };
  expect(items[0]).toMatchObject({
    publishedBy: 'Administrator',
    note: 'Say what it listens to',
    changes: { changed: { names: ['Renamed'], count: 1 }, added: { count: 0 }, edgesAdded: 0 },
  });
  expect(items[1]).not.toHaveProperty('note');
  expect(items[1]).not.toHaveProperty('changes');
  expect((await sluice.admin.send(`GET /flows/${flow.id}/versions/2`)).body).toEqual({
    ...items[0],
    drawing: expect.anything(),
  });
});

test('publishing the same version again keeps what was written about it', async () => {
  const flow = await sluice.draw(drawHaloFlow());
  const publish = (note: string) => sluice.admin.send(`POST /flows/${flow.id}/publish`, { note });
  expectStatus(await publish('First'), 200);
  expectStatus(await publish('Second'), 200);
  expect((await sluice.admin.send(`GET /flows/${flow.id}/versions`)).body).toMatchObject({
    items: [{ note: 'First' }],
  });
});

test('a note that is too long is refused', async () => {
  const flow = await sluice.draw(drawHaloFlow());
  const refused = await sluice.admin.send(`POST /flows/${flow.id}/publish`, {
    note: 'x'.repeat(501),
  });
  expect(refused.status).toBe(400);
});

test('a run follows the version that was current when its signal was accepted', async () => {
  const connectionId = await sluice.connectHalo();
  const named = (summary: string) =>
    drawHaloFlow({ connectionId, steps: [createTicket({ inputs: { summary } })] });
  const flow = await sluice.publish(named('of version 1'));
  sluice.halo.setQuirks({ delayMs: 150 });
  const first = (await sluice.post(flow.url, ticketEvent())).body.requestId;
  await save(flow.id, 1, named('of version 2'));
  await sluice.admin.send(`POST /flows/${flow.id}/publish`);
  const second = (await sluice.post(flow.url, ticketEvent())).body.requestId;
  sluice.halo.setQuirks({ delayMs: 0 });

  expect(await sluice.runOver(first)).toMatchObject({
    flowVersion: 1,
    steps: { create: { outputs: { summary: 'of version 1' } } },
  });
  expect(await sluice.runOver(second)).toMatchObject({
    flowVersion: 2,
    steps: { create: { outputs: { summary: 'of version 2' } } },
  });
});

test('a test runs the saved draft, and is marked as one', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await save(
    flow.id,
    1,
    drawHaloFlow({ steps: [{ id: 'set', type: 'tools.set-values', inputs: {} }] }),
  );
  const started = await sluice.admin.send(`POST /flows/${flow.id}/test`, {
    nodeId: 'trigger',
    payload: ticketEvent({ summary: 'only a test' }),
  });
  expect(started.status).toBe(202);
  const run = await sluice.runOver((started.body as { requestId: string }).requestId);
  expect(run).toMatchObject({
    test: true,
    flowVersion: 2,
    steps: { set: { status: 'succeeded' } },
  });
  const { items } = (await sluice.admin.send(`GET /flows/${flow.id}/versions`)).body as {
    items: FlowVersion[];
  };
  expect(items.map(({ version }) => version)).toEqual([1]);
});

async function save(id: string, version: number, drawing: object): Promise<TestAnswer> {
  const saved = await sluice.admin.send(
    `PUT /flows/${id}`,
    { name: 'Flow', ...drawing },
    {
      Origin: sluice.url,
      'If-Match': `"${version}"`,
    },
  );
  return expectStatus(saved, 200);
}
