import type { Page, Signal, SignalDetail } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a signal keeps what it brought: outputs, payload, sender and run', async () => {
  const flow = await sluice.publish(drawHaloFlow(), 'Kept');
  const event = ticketEvent({ id: 12, summary: 'Kept' });
  const { body } = await sluice.post(flow.url, event);
  const [signal] = await sluice.signals(`flowId=${flow.id}`);
  expect(signal).toMatchObject({
    outcome: 'accepted',
    statusCode: 202,
    flowName: 'Kept',
    triggerId: 'trigger',
    triggerName: 'Incidents',
    userName: 'Administrator',
    requestId: body.requestId,
    title: '#12 Kept',
    suppressedCount: 0,
  });
  const detail = await detailOf(signal);
  expect(detail.outputs).toMatchObject({ ticketId: 12, summary: 'Kept', rawPayload: event });
  expect(JSON.parse(detail.payload ?? '')).toEqual(event);
  expect(detail).toMatchObject({ contentType: 'application/json', remoteAddress: '127.0.0.1' });
});

test('every refusal is listed with its status and a reason, whoever sent it', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const bare = flow.url.split('?')[0] ?? '';
  await sluice.post(flow.url, '{');
  await sluice.post(flow.url, 'text', { 'Content-Type': 'text/plain' });
  await sluice.post(`${bare}?apiKey=wrong`, ticketEvent());
  await sluice.post(bare, ticketEvent());
  await sluice.post(bare, ticketEvent(), { Authorization: 'Bearer wrong' });
  await sluice.post(`${flow.url}&a=1&a=2`, ticketEvent());
  await fetch(flow.url);

  const refused = await sluice.signals(`flowId=${flow.id}&outcome=rejected`);
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([405, 400, 401, 404, 404, 415, 400]);
  expect(refused.map(({ reason }) => reason)).toEqual([
    'Send signals with POST.',
    'The parameter a is given twice.',
    expect.stringContaining('Authorization'),
    expect.stringContaining('carried no credentials'),
    expect.stringContaining('apiKey in the URL is wrong'),
    expect.stringContaining('Send JSON'),
    'The body is not valid JSON.',
  ]);
  expect(refused.every(({ triggerName }) => triggerName === 'Incidents')).toBe(true);

  await sluice.post(bare.replace(/functions\/\w+/, 'functions/nobody'), ticketEvent());
  const [unknown] = await sluice.signals('outcome=rejected&limit=1');
  expect(unknown).toMatchObject({ statusCode: 404, reason: 'No trigger has this URL.' });
  expect(unknown).not.toHaveProperty('flowId');
});

test('what a stranger sends to a trigger is not kept', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await sluice.post(`${flow.url}x`, ticketEvent({ summary: 'from a stranger' }));
  const [refused] = await sluice.signals(`flowId=${flow.id}`);
  expect(await detailOf(refused)).not.toHaveProperty('payload');
});

test('signals are found by trigger, outcome, ticket number and anything they hold', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const { body } = await sluice.post(
    flow.url,
    ticketEvent({ id: 55_501, client_name: 'Ärzte "Süd"' }),
  );
  await sluice.post(flow.url, ticketEvent({ id: 55_502, summary: '100% CPU_1' }));
  await sluice.post(flow.url, '{');
  const found = async (query: string) =>
    (await sluice.signals(`flowId=${flow.id}&${query}`)).map(({ title }) => title.split(' ')[0]);
  expect(await found('outcome=accepted')).toEqual(['#55502', '#55501']);
  expect(await found('triggerId=other')).toEqual([]);
  expect(await found('triggerId=trigger')).toHaveLength(3);
  await sluice.indexed();
  expect(await found('q=55501')).toEqual(['#55501']);
  expect(await found(`q=${body.requestId}`)).toEqual(['#55501']);
  expect(await found(`q=${encodeURIComponent('Ärzte "Süd"')}`)).toEqual(['#55501']);
  expect(await found('q=100%25%20cpu_1')).toEqual(['#55502']);
  expect(await found('q=cpu%2055501')).toEqual([]);
  expect(await found('q=%25')).toEqual([]);
  expect((await sluice.admin.send('GET /signals?outcome=lost')).status).toBe(400);
});

test('pages follow one another without gaps', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await sluice.post(
    flow.url,
    Array.from({ length: 5 }, (_, index) => ticketEvent({ id: index + 1 })),
  );
  const seen: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const path = `GET /signals?flowId=${flow.id}&limit=2${cursor && `&cursor=${cursor}`}`;
    const page = (await sluice.admin.send(path)).body as Page<Signal>;
    seen.push(...page.items.map(({ title }) => title.slice(0, 2)));
    ({ cursor } = page);
  }
  expect(seen).toEqual(['#5', '#4', '#3', '#2', '#1']);
});

test('the trigger shows its last signal and how many came today', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  expect(await sluice.trigger(flow.id)).not.toHaveProperty('lastSignal');
  await sluice.post(flow.url, ticketEvent({ summary: 'the last one' }));
  await sluice.post(flow.url, '{');
  expect(await sluice.trigger(flow.id)).toMatchObject({
    live: true,
    signalsToday: 1,
    lastSignal: { outputs: { summary: 'the last one' } },
    configurationPayload: expect.stringContaining('{'),
  });
});

test('a signal whose flow is gone, or whose payload was not kept, cannot be run', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await sluice.post(`${flow.url}x`, ticketEvent());
  const [refused] = await sluice.signals(`flowId=${flow.id}`);
  expect((await sluice.admin.send(`POST /signals/${refused?.id}/run`, {})).status).toBe(409);
  const payload = ticketEvent();
  expect((await sluice.admin.send(`POST /signals/${refused?.id}/run`, { payload })).status).toBe(
    202,
  );
  await sluice.admin.send(`DELETE /flows/${flow.id}`);
  expect((await sluice.admin.send(`POST /signals/${refused?.id}/run`, { payload })).status).toBe(
    409,
  );
  expect((await sluice.admin.send('POST /signals/nobody/run', {})).status).toBe(404);
});

async function detailOf(signal: Signal | undefined): Promise<SignalDetail> {
  return (await sluice.admin.send(`GET /signals/${signal?.id}`)).body as SignalDetail;
}
