import type { FlowNews, Visitors } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestBrowser } from '../accounts/test-server.ts';
import { drawHaloFlow } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice, logIn } from '../testing/test-sluice.ts';
import { type Watching, watchLive } from '../testing/watch-live.ts';

let sluice: TestSluice;
let viewer: TestBrowser;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const email = 'vic@example.com';
  const password = 'a-viewers-long-password';
  const user = { kind: 'person', name: 'Vic', email, password, role: 'viewer' };
  expectStatus(await sluice.admin.send('POST /users', user), 201);
  viewer = await logIn(sluice.url, { email, password });
});
afterAll(() => sluice.close());

test('two people who have a flow open learn of each other, and of whoever leaves', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const watching = await watchLive(sluice.url, sluice.admin, `flowId=${id}`);
  const mine = await sluice.admin.send(`PUT /flows/${id}/visitors/tab-of-admin`, {
    nodeId: 'trigger',
  });
  expect(expectStatus(mine, 200).body).toMatchObject({
    flowId: id,
    visitors: [{ name: 'Administrator', mayBuild: true, nodeId: 'trigger' }],
  });
  expectStatus(await viewer.send(`PUT /flows/${id}/visitors/tab-of-vic`, {}), 200);
  await seen<Visitors>(watching, 'visitors', ({ visitors }) =>
    visitors.some(({ name, mayBuild }) => name === 'Vic' && !mayBuild),
  );
  expectStatus(await viewer.send(`DELETE /flows/${id}/visitors/tab-of-vic`), 204);
  await seen<Visitors>(watching, 'visitors', ({ visitors }) => visitors.length === 1);
  watching.stop();
});

test('whoever logs out is not shown any more', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const other = await logIn(sluice.url, {
    email: 'vic@example.com',
    password: 'a-viewers-long-password',
  });
  await other.send(`PUT /flows/${id}/visitors/tab-of-other`, {});
  const watching = await watchLive(sluice.url, sluice.admin, `flowId=${id}`);
  await other.send('DELETE /session');
  await seen<Visitors>(watching, 'visitors', ({ visitors }) => visitors.length === 0);
  watching.stop();
});

test('whoever has a flow open is told that it was saved, and by whom', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const watching = await watchLive(sluice.url, viewer, `flowId=${id}`);
  const saved = await sluice.admin.send(
    `PUT /flows/${id}`,
    { name: 'Saved', ...drawHaloFlow() },
    { Origin: sluice.url, 'If-Match': '"1"' },
  );
  expectStatus(saved, 200);
  await seen<FlowNews>(
    watching,
    'flow',
    (news) => news.version === 2 && news.updatedBy === 'Administrator',
  );
  expect(JSON.stringify(watching.seen)).not.toContain('nodes');
  watching.stop();
});

test('a flow that does not exist has no visitors, and neither has a page without a name', async () => {
  expect((await sluice.admin.send('PUT /flows/none/visitors/tab-of-admin', {})).status).toBe(404);
  const { id } = await sluice.draw(drawHaloFlow());
  expect((await sluice.admin.send(`PUT /flows/${id}/visitors/x`, {})).status).toBe(400);
});

function seen<Data>(watching: Watching, name: string, isIt: (data: Data) => boolean) {
  return eventually(
    async () =>
      watching.seen.some((event) => event.name === name && isIt(event.data as Data)) || undefined,
    `the stream told ${name}`,
  );
}
