import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let flow: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start();
  flow = await sluice.publish(drawHaloFlow());
});
afterAll(() => sluice.close());

test('a parameter given twice is refused, whatever it is', async () => {
  const key = new URL(flow.url).search.slice(1);
  for (const query of [`&${key}`, '&apiKey=other', '&recipients=a&recipients=b', '&x=1&%78=2']) {
    const { status, body } = await sluice.post(flow.url + query, ticketEvent());
    expect([query, status]).toEqual([query, 400]);
    expect(body.detail).toContain('given twice');
  }
  expect((await sluice.post(`${flow.url}&x=%`, ticketEvent())).status).toBe(400);
  expect((await sluice.post(`${flow.url}&a[]=1&a[b]=2`, ticketEvent())).status).toBe(202);
});

test('recipients are told apart by commas and decoded one by one', async () => {
  const query = '&recipients=ines.okafor,Shop%20On-Call,,Doe%2C%20Jane,%E6%97%A5+%E6%9C%AC%7CPhone';
  const run = await sluice.runOver(
    (await sluice.post(flow.url + query, ticketEvent())).body.requestId,
  );
  expect(run.triggerOutputs['recipients']).toEqual([
    'ines.okafor',
    'Shop On-Call',
    'Doe, Jane',
    '日 本|Phone',
  ]);
});

test('a percent sign in a recipient is not decoded a second time', async () => {
  const { body } = await sluice.post(`${flow.url}&recipients=100%2525`, ticketEvent());
  const run = await sluice.runOver(body.requestId);
  expect(run.triggerOutputs['recipients']).toEqual(['100%25']);
});

test('the key of the URL is not handed on to the flow, nor kept', async () => {
  const key = new URL(flow.url).searchParams.get('apiKey') ?? 'missing';
  const run = await sluice.runOver((await sluice.post(flow.url, ticketEvent())).body.requestId);
  expect(JSON.stringify(run)).not.toContain(key);
});
