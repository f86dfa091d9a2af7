import type { FlowDetail, FlowSummary } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a flow comes back as it was saved, with its version as ETag', async () => {
  const drawing = drawHaloFlow({ steps: [createTicket()] });
  const made = expectStatus(
    await sluice.admin.send('POST /flows', { name: ' Night desk ', ...drawing }),
    201,
  );
  expect(made.headers.get('etag')).toBe('"1"');
  expect(made.body).toMatchObject({ name: 'Night desk', version: 1, enabled: true, ...drawing });
  const { id } = made.body as FlowDetail;
  const read = await sluice.admin.send(`GET /flows/${id}`);
  expect(read.body).toEqual(made.body);
  expect(read.headers.get('etag')).toBe('"1"');
});

test('saving needs the version that was changed, and the second of two is told', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const save = (name: string, match?: string) =>
    sluice.admin.send(
      `PUT /flows/${id}`,
      { name, ...drawHaloFlow() },
      {
        Origin: sluice.url,
        ...(match !== undefined && { 'If-Match': match }),
      },
    );
  expect((await save('x')).status).toBe(428);
  expect((await save('x', 'latest')).status).toBe(400);
  expect((await save('x', '*')).status).toBe(400);
  expect((await save('First', '"1"')).headers.get('etag')).toBe('"2"');

  const late = await save('Second', '"1"');
  expect(late.status).toBe(412);
  expect(late.body).toMatchObject({ status: 412, current: { name: 'First', version: 2 } });
  expect((await save('Third', '2')).body).toMatchObject({ name: 'Third', version: 3 });
  expect((await save('Fourth', 'W/"3"')).body).toMatchObject({ version: 4 });
});

test('of many saves of one version at once exactly one succeeds', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const saves = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      sluice.admin.send(
        `PUT /flows/${id}`,
        { name: `Save ${index}`, ...drawHaloFlow() },
        {
          Origin: sluice.url,
          'If-Match': '"1"',
        },
      ),
    ),
  );
  expect(saves.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(saves.filter(({ status }) => status === 412)).toHaveLength(19);
});

test('a deleted flow is gone, and can be brought back', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  expect((await sluice.admin.send(`DELETE /flows/${id}`)).status).toBe(204);
  expect((await sluice.admin.send(`GET /flows/${id}`)).status).toBe(404);
  expect((await sluice.admin.send(`DELETE /flows/${id}`)).status).toBe(404);
  expect((await list()).map((flow) => flow.id)).not.toContain(id);
  expect((await sluice.admin.send(`POST /flows/${id}/restore`)).status).toBe(200);
  expect((await list()).map((flow) => flow.id)).toContain(id);
  expect((await sluice.admin.send('POST /flows/nobody/restore')).status).toBe(404);
});

test('after thirty days a deleted flow cannot be brought back', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const { db } = sluice.storage;
  const deleted_at = Date.now() - 31 * 86_400_000;
  await db.updateTable('flows').set({ deleted_at }).where('id', '=', id).execute();
  expect((await sluice.admin.send(`POST /flows/${id}/restore`)).status).toBe(404);
});

test('the list shows what each flow did last', async () => {
  const flow = await sluice.publish(drawHaloFlow(), 'Listed');
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect((await list()).find(({ id }) => id === flow.id)).toMatchObject({
    name: 'Listed',
    nodeTypes: ['haloitsm.incidents'],
    nodeCount: 1,
    publishedVersion: 1,
    lastRun: { id: run.id, status: 'succeeded' },
    recentFailures: 0,
  });
});

test('each route is open to the roles that may, and to no others', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const throwaway = await sluice.draw(drawHaloFlow());
  const match = { Origin: sluice.url, 'If-Match': '"0"' };
  const body = { name: 'Flow', ...drawHaloFlow() };
  const test = { nodeId: 'trigger', payload: {} };
  const looks = ['', '/problems', '/versions', '/versions/1', '/triggers/trigger'];
  const calls: [string, readonly string[], object?][] = [
    ['GET /flows', ['viewer', 'operator', 'builder']],
    ...looks.map((path): [string, string[]] => [
      `GET /flows/${flow.id}${path}`,
      ['viewer', 'operator', 'builder'],
    ]),
    ['POST /flows', ['builder'], body],
    [`PUT /flows/${flow.id}`, ['builder'], body],
    [`POST /flows/${flow.id}/enabled`, ['builder'], { enabled: true }],
    [`POST /flows/${flow.id}/publish`, ['builder']],
    [`POST /flows/${flow.id}/triggers/trigger/rotate`, ['builder']],
    [`PUT /flows/${flow.id}/tags`, ['builder'], { tags: [] }],
    [`POST /flows/${flow.id}/duplicate`, ['builder']],
    ['POST /flow-tags/rename', ['builder'], { from: 'a', to: 'b' }],
    ['GET /deleted-flows', ['viewer', 'operator', 'builder']],
    [`POST /flows/${flow.id}/test`, ['operator', 'builder'], test],
    [`DELETE /flows/${throwaway.id}`, ['builder']],
    [`POST /flows/${throwaway.id}/restore`, ['builder']],
  ];
  for (const role of ['viewer', 'operator', 'builder'] as const) {
    const { browser } = await sluice.logInAs(role);
    for (const [target, roles, sent] of calls) {
      const { status } = await browser.send(target, sent, match);
      expect([role, target, status === 403]).toEqual([role, target, !roles.includes(role)]);
    }
  }
  for (const [target, , sent] of calls) {
    const [method = '', path = ''] = target.split(' ');
    const response = await fetch(`${sluice.url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(sent && { body: JSON.stringify(sent) }),
    });
    expect([target, response.status]).toEqual([target, 401]);
  }
});

test('whoever may only look sees no key in a trigger’s address', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: { authentication: 'any' } }));
  const { browser } = await sluice.logInAs('operator');
  const { body } = await browser.send(`GET /flows/${flow.id}/triggers/trigger`);
  expect(JSON.stringify(body)).not.toMatch(/apiKey|whsec_/);
  expect(body).toMatchObject({ url: flow.url.split('?')[0], live: true });
});

async function list(): Promise<readonly FlowSummary[]> {
  return ((await sluice.admin.send('GET /flows')).body as { items: FlowSummary[] }).items;
}
