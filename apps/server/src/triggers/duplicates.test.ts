import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('of a hundred identical requests with a key, sent at once, one starts a run', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      sluice.post(flow.url, ticketEvent({}, 'same'), { 'Idempotency-Key': 'order 66' }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(1);
  expect(answers.filter(({ body }) => body.duplicate)).toHaveLength(99);
  expect(await runsOf(flow.id)).toHaveLength(1);
  expect(await sluice.signals(`flowId=${flow.id}&outcome=duplicate&limit=200`)).toHaveLength(99);
});

test('another key, or the same one at another trigger, is another request', async () => {
  const [one, two] = [await sluice.publish(drawHaloFlow()), await sluice.publish(drawHaloFlow())];
  const first = await sluice.post(one.url, ticketEvent(), { 'Idempotency-Key': 'a' });
  const other = await sluice.post(one.url, ticketEvent(), { 'Idempotency-Key': 'b' });
  const elsewhere = await sluice.post(two.url, ticketEvent(), { 'Idempotency-Key': 'a' });
  expect(new Set([first, other, elsewhere].map(({ body }) => body.requestId)).size).toBe(3);
  for (const { body } of [first, other, elsewhere]) expect(body.duplicate).toBeUndefined();
});

test('without a key or chosen outputs the same body twice is two signals', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const event = ticketEvent({}, 'same');
  const first = await sluice.post(flow.url, event);
  const second = await sluice.post(flow.url, event);
  expect(second.body.requestId).not.toBe(first.body.requestId);
});

test('a key that is too long is refused', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const post = (key: string) => sluice.post(flow.url, ticketEvent(), { 'Idempotency-Key': key });
  expect((await post('k'.repeat(256))).status).toBe(400);
  expect((await post('k'.repeat(255))).status).toBe(202);
});

test('a delivery of Halo’s that comes twice is known by its id, whatever else differs', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: byDelivery }));
  const first = await sluice.post(flow.url, ticketEvent({ summary: 'first' }, 'd-1'));
  const again = await sluice.post(flow.url, ticketEvent({ summary: 'again' }, 'd-1'));
  expect(again).toMatchObject({
    status: 202,
    body: { requestId: first.body.requestId, duplicate: true },
  });
  const [duplicate] = await sluice.signals(`flowId=${flow.id}&outcome=duplicate`);
  expect(duplicate).toMatchObject({ requestId: first.body.requestId });
  expect(duplicate?.reason).toContain('arrived before');
});

test('a trigger that says nothing of duplicates goes by what its connector declares', async () => {
  const settings = { deduplicate: { windowSeconds: 60 } };
  const flow = await sluice.publish(drawHaloFlow({ settings }));
  const first = await sluice.post(flow.url, ticketEvent({}, 'd-1'));
  const again = await sluice.post(flow.url, ticketEvent({}, 'd-1'));
  expect(again.body).toEqual({ requestId: first.body.requestId, duplicate: true });
});

test('an event without the outputs that identify it is never a duplicate', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: byDelivery }));
  const event = { ticket: { id: 1, summary: 'no delivery id' } };
  const first = await sluice.post(flow.url, event);
  const second = await sluice.post(flow.url, event);
  expect(second.body.requestId).not.toBe(first.body.requestId);
});

test('events that differ only far into a long output are different events', async () => {
  const settings = { deduplicate: { by: ['details'], windowSeconds: 60 } };
  const flow = await sluice.publish(drawHaloFlow({ settings }));
  const long = 'x'.repeat(5000);
  await sluice.post(flow.url, ticketEvent({ details: `${long}1` }));
  const second = await sluice.post(flow.url, ticketEvent({ details: `${long}2` }));
  expect(second.body.duplicate).toBeUndefined();
});

test('of a batch only the events that came before start nothing', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: byDelivery }));
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ticketEvent({ summary: id }, id));
  const first = await sluice.post(flow.url, [a, b]);
  const second = await sluice.post(flow.url, [b, c, c]);
  expect(second.body.requestIds?.[0]).toBe(first.body.requestIds?.[1]);
  expect(second.body.requestIds?.[1]).toBe(second.body.requestIds?.[2]);
  expect(second.body.duplicate).toBeUndefined();
  expect(await runsOf(flow.id)).toHaveLength(3);

  const third = await sluice.post(flow.url, [a, b]);
  expect(third.body).toEqual({ ...first.body, duplicate: true });
});

test('a key covers a batch event by event', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const key = { 'Idempotency-Key': 'batch' };
  const first = await sluice.post(flow.url, [ticketEvent(), ticketEvent()], key);
  const second = await sluice.post(flow.url, [ticketEvent(), ticketEvent()], key);
  expect(second.body).toEqual({ ...first.body, duplicate: true });
  expect(await runsOf(flow.id)).toHaveLength(2);
});

const byDelivery = { deduplicate: { by: ['deliveryId'], windowSeconds: 60 } };

async function runsOf(flowId: string): Promise<readonly unknown[]> {
  const { body } = await sluice.admin.send(`GET /runs?flowId=${flowId}&limit=200`);
  return (body as { items: unknown[] }).items;
}
