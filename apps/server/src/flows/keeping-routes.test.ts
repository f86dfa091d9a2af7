import type { DeletedFlow, FlowDetail, FlowSummary } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a copy is a draft with the same connections and tags, and trigger URLs of its own', async () => {
  const connectionId = await sluice.connectHalo();
  const original = await sluice.publish(
    drawHaloFlow({ connectionId, steps: [createTicket()] }),
    'Night desk',
  );
  await sluice.admin.send(`PUT /flows/${original.id}/tags`, { tags: ['night'] });

  const copy = await duplicate(original.id);
  expect(copy).toMatchObject({ name: 'Copy of Night desk', version: 1, tags: ['night'] });
  expect(copy).not.toHaveProperty('publishedVersion');
  expect(copy.nodes.map(({ connectionId: id }) => id)).toEqual([undefined, connectionId]);
  const { url } = await sluice.trigger(copy.id);
  expect(url).not.toBe(original.url);

  expectStatus(await sluice.admin.send(`POST /flows/${copy.id}/publish`), 200);
  const run = await sluice.runOf(url, ticketEvent({ summary: 'By the copy' }));
  expect(run).toMatchObject({ flowId: copy.id, status: 'succeeded' });
  expect((await duplicate(copy.id)).name).toBe('Copy 2 of Night desk');
  expect((await sluice.admin.send('POST /flows/nobody/duplicate')).status).toBe(404);
});

test('a deleted flow answers 404, keeps its runs and signals, and comes back as it was', async () => {
  const flow = await sluice.publish(drawHaloFlow(), 'Deleted by mistake');
  const run = await sluice.runOf(flow.url, ticketEvent());
  expectStatus(await sluice.admin.send(`DELETE /flows/${flow.id}`), 204);
  expect((await sluice.post(flow.url, ticketEvent())).status).toBe(404);

  const deleted = (await listDeleted()).find(({ id }) => id === flow.id);
  expect(deleted).toMatchObject({
    name: 'Deleted by mistake',
    nodeTypes: ['haloitsm.incidents'],
  });
  const days = Date.parse(deleted?.restorableUntil ?? '') - Date.parse(deleted?.deletedAt ?? '');
  expect(days).toBe(30 * 86_400_000);
  expect((await sluice.run(run.id)).status).toBe('succeeded');

  expectStatus(await sluice.admin.send(`POST /flows/${flow.id}/restore`), 200);
  expect((await listDeleted()).map(({ id }) => id)).not.toContain(flow.id);
  expect((await sluice.post(flow.url, ticketEvent())).status).toBe(202);
  expect((await sluice.run(run.id)).status).toBe('succeeded');
  const accepted = await sluice.signals(`flowId=${flow.id}&outcome=accepted`);
  expect(accepted).toHaveLength(2);
});

test('what was deleted longer ago than it can be brought back is not offered', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  expectStatus(await sluice.admin.send(`DELETE /flows/${id}`), 204);
  const deleted_at = Date.now() - 31 * 86_400_000;
  await sluice.storage.db.updateTable('flows').set({ deleted_at }).where('id', '=', id).execute();
  expect((await listDeleted()).map((flow) => flow.id)).not.toContain(id);
});

test('the list tells the last run and the failures of each flow from those of the others', async () => {
  const failing = drawHaloFlow({
    steps: [{ id: 'stop', type: 'tools.stop', inputs: { as: 'failed' } }],
  });
  const [good, bad, idle] = [
    await sluice.publish(drawHaloFlow(), 'Good'),
    await sluice.publish(failing, 'Bad'),
    await sluice.publish(drawHaloFlow(), 'Idle'),
  ];
  await sluice.runOf(bad.url, ticketEvent());
  const worst = await sluice.runOf(bad.url, ticketEvent());
  const best = await sluice.runOf(good.url, ticketEvent());

  const { items } = (await sluice.admin.send('GET /flows')).body as { items: FlowSummary[] };
  const of = (id: string) => items.find((flow) => flow.id === id);
  expect(of(bad.id)).toMatchObject({
    lastRun: { id: worst.id, status: 'failed' },
    recentFailures: 2,
  });
  expect(of(good.id)).toMatchObject({
    lastRun: { id: best.id, status: 'succeeded' },
    recentFailures: 0,
  });
  expect(of(idle.id)).not.toHaveProperty('lastRun');
});

async function duplicate(id: string): Promise<FlowDetail> {
  const made = expectStatus(await sluice.admin.send(`POST /flows/${id}/duplicate`), 201);
  return made.body as FlowDetail;
}

async function listDeleted(): Promise<readonly DeletedFlow[]> {
  const read = expectStatus(await sluice.admin.send('GET /deleted-flows'), 200);
  return (read.body as { items: DeletedFlow[] }).items;
}
