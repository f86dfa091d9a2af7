import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a flow that is off answers 410 to whom it knows, 404 to others', async () => {
  const own = await sluice.publish(drawHaloFlow());
  await sluice.admin.send(`POST /flows/${own.id}/enabled`, { enabled: false });
  expect((await sluice.post(own.url, ticketEvent())).status).toBe(410);
  expect(await lastRefusal()).toMatchObject({
    statusCode: 410,
    reason: 'The flow is switched off.',
  });
  expect((await sluice.post(`${own.url}x`, ticketEvent())).status).toBe(404);
  await sluice.admin.send(`POST /flows/${own.id}/enabled`, { enabled: true });
  expect((await sluice.post(own.url, ticketEvent())).status).toBe(202);
});

test('a disabled trigger answers 410', async () => {
  const own = await sluice.publish(drawHaloFlow({ trigger: { disabled: true } }));
  expect((await sluice.post(own.url, ticketEvent())).status).toBe(410);
});

test('a flow that was never published, or was deleted, has no trigger', async () => {
  const draft = await sluice.draw(drawHaloFlow());
  const { url } = await sluice.trigger(draft.id);
  expect((await sluice.post(url, ticketEvent())).status).toBe(404);
  expect((await lastRefusal())?.reason).toBe('The flow has not been published yet.');
  await sluice.admin.send(`POST /flows/${draft.id}/publish`);
  expect((await sluice.post(url, ticketEvent())).status).toBe(202);
  await sluice.admin.send(`DELETE /flows/${draft.id}`);
  expect((await sluice.post(url, ticketEvent())).status).toBe(404);
  await sluice.admin.send(`POST /flows/${draft.id}/restore`);
  expect((await sluice.post(url, ticketEvent())).status).toBe(202);
});

test('rotating the key makes the old URL worthless at once', async () => {
  const own = await sluice.publish(drawHaloFlow());
  const rotated = await sluice.admin.send(`POST /flows/${own.id}/triggers/trigger/rotate`);
  const { url } = rotated.body as { url: string };
  expect(url).not.toBe(own.url);
  expect((await sluice.post(own.url, ticketEvent())).status).toBe(404);
  expect((await sluice.post(url, ticketEvent())).status).toBe(202);
});

async function lastRefusal() {
  return (await sluice.signals('outcome=rejected&limit=1'))[0];
}
