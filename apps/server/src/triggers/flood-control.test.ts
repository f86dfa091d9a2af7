import { defaultTriggerSettings } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('by default the first four signals start runs, and what follows is suppressed', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: defaultTriggerSettings }));
  const answers = [];
  for (let index = 0; index < 7; index += 1)
    answers.push(await sluice.post(flow.url, ticketEvent()));

  expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(202));
  expect(answers.map(({ body }) => body.suppressed === true)).toEqual([
    ...Array(4).fill(false),
    ...Array(3).fill(true),
  ]);
  const signals = await sluice.signals(`flowId=${flow.id}`);
  expect(signals).toHaveLength(4);
  expect(signals.map(({ suppressedCount }) => suppressedCount)).toEqual([3, 0, 0, 0]);

  const beneath = await sluice.signals(`parentId=${signals[0]?.id}`);
  expect(beneath).toHaveLength(3);
  expect(beneath[0]).toMatchObject({ outcome: 'suppressed', parentId: signals[0]?.id });
  expect(beneath[0]?.reason).toBe('More than 4 correlated signals arrived within 60 seconds.');
  expect(await sluice.signals(`flowId=${flow.id}&outcome=suppressed`)).toHaveLength(3);
});

test('of a flood that arrives at once exactly as many start runs as may', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: defaultTriggerSettings }));
  const other = await sluice.publish(drawHaloFlow({ settings: defaultTriggerSettings }));
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => sluice.post(flow.url, ticketEvent())),
  );
  expect(answers.filter(({ body }) => !body.suppressed)).toHaveLength(4);
  const [newest] = await sluice.signals(`flowId=${flow.id}&outcome=accepted`);
  expect(newest?.suppressedCount).toBe(196);
  expect((await sluice.post(other.url, ticketEvent())).body.suppressed).toBeUndefined();
});

test('signals correlate by the outputs that were chosen', async () => {
  const settings = {
    floodControl: { ...quick, threshold: 1, correlateBy: ['clientId', 'ticketType'] },
  };
  const flow = await sluice.publish(drawHaloFlow({ settings }));
  const post = async (client_id: unknown, summary: string) =>
    (await sluice.post(flow.url, ticketEvent({ client_id, summary }))).body.suppressed === true;
  expect(await post(1, 'a')).toBe(false);
  expect(await post(2, 'a')).toBe(false);
  expect(await post('1', 'b')).toBe(true);
  expect(await post(1.0, 'c')).toBe(true);
  expect(await post(3, 'a')).toBe(false);
  const parents = await sluice.signals(`flowId=${flow.id}`);
  expect(parents.map(({ suppressedCount }) => suppressedCount)).toEqual([0, 0, 2]);
});

test('duplicates and refused requests do not count as a flood', async () => {
  const settings = {
    floodControl: { ...quick, threshold: 2 },
    deduplicate: { by: ['deliveryId'], windowSeconds: 60 },
  };
  const flow = await sluice.publish(drawHaloFlow({ settings }));
  for (let index = 0; index < 5; index += 1) {
    await sluice.post(flow.url, ticketEvent({}, 'the same'));
    await sluice.post(flow.url, '{');
  }
  expect((await sluice.post(flow.url, ticketEvent({}, 'new'))).body.suppressed).toBeUndefined();
  expect((await sluice.post(flow.url, ticketEvent({}, 'newer'))).body.suppressed).toBe(true);
});

test('a suppressed signal can be run by hand, with its own payload or an edited one', async () => {
  const settings = { floodControl: { ...quick, threshold: 1 } };
  const flow = await sluice.publish(drawHaloFlow({ settings }));
  await sluice.post(flow.url, ticketEvent({ summary: 'first' }));
  await sluice.post(`${flow.url}&recipients=Doe%2C%20Jane`, ticketEvent({ summary: 'second' }));
  const [suppressed] = await sluice.signals(`flowId=${flow.id}&outcome=suppressed`);

  const again = await sluice.admin.send(`POST /signals/${suppressed?.id}/run`, {});
  expect(again.status).toBe(202);
  const run = await sluice.runOver((again.body as { requestId: string }).requestId);
  expect(run).toMatchObject({
    status: 'succeeded',
    test: false,
    triggerOutputs: { summary: 'second', recipients: ['Doe, Jane'] },
  });

  const payload = ticketEvent({ summary: 'edited' });
  const edited = await sluice.admin.send(`POST /signals/${suppressed?.id}/run`, { payload });
  const second = await sluice.runOver((edited.body as { requestId: string }).requestId);
  expect(second.triggerOutputs['summary']).toBe('edited');
});

test('a viewer cannot run a signal by hand, an operator can', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await sluice.post(flow.url, ticketEvent());
  const [signal] = await sluice.signals(`flowId=${flow.id}`);
  const statuses = [];
  for (const role of ['viewer', 'operator'] as const) {
    const { browser } = await sluice.logInAs(role);
    statuses.push((await browser.send(`POST /signals/${signal?.id}/run`, {})).status);
  }
  expect(statuses).toEqual([403, 202]);
});

const quick = { enabled: true, threshold: 4, periodSeconds: 60, correlateBy: [] };
