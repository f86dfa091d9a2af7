import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow } from '../testing/draw-halo-flow.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let flow: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start({ env: { SLUICE_BODY_LIMIT: '2097152' } });
  flow = await sluice.publish(drawHaloFlow({ trigger: { type: 'http.webhook' } }));
});
afterAll(() => sluice.close());

test.each<[string, string, object]>([
  ['a field that comes twice', 'a=1&b=2&a=3', { a: ['1', '3'], b: '2' }],
  ['names with brackets', 'a[b]=1&a[c]=2&d[]=3', { 'a[b]': '1', 'a[c]': '2', 'd[]': '3' }],
  ['a name that is encoded', '%61=1&a=2', { a: ['1', '2'] }],
  ['a field without a value', 'a&b=', { a: '', b: '' }],
  ['a field without a name', '=1', { '': '1' }],
  ['JSON in a field', 'a={"b":1}', { a: '{"b":1}' }],
  ['percent signs that encode nothing', 'a=%zz&b=100%', { a: '%zz', b: '100%' }],
  ['what is encoded twice', 'a=%2525', { a: '%25' }],
  ['half a character', 'a=%ed%a0%80', { a: '\ufffd\ufffd\ufffd' }],
])('%s is read as it was sent', async (_what, body, expected) => {
  expect(await bodyOf(body)).toEqual(expected);
});

test('fields named after what every object has are only fields', async () => {
  const body = '__proto__=1&__proto__[polluted]=2&constructor[prototype][polluted]=3&toString=4';
  const read = await bodyOf(body);
  expect(JSON.stringify(read)).toBe(
    '{"__proto__":"1","__proto__[polluted]":"2","constructor[prototype][polluted]":"3","toString":"4"}',
  );
  expect({}).not.toHaveProperty('polluted');
  expect(String({})).toBe('[object Object]');
});

test.each([
  ['100,001 fields', Array.from({ length: 100_001 }, (_, index) => `${index}=`).join('&')],
  ['one field 100,001 times', Array(100_001).fill('a=').join('&')],
  ['NUL', 'a=\u0000'],
  ['bytes that are not UTF-8', Buffer.from([0x61, 0x3d, 0xff])],
])('a form with %s is 400, and recorded with a reason', async (_what, body) => {
  const answer = await sluice.post(flow.url, body, form);
  expect(answer.status).toBe(400);
  const [refused] = await sluice.signals(`flowId=${flow.id}&outcome=rejected&limit=1`);
  expect(refused?.reason).toMatch(/^The body .*\.$/);
});

test('an empty form is a form without fields', async () => {
  expect(await bodyOf('')).toEqual({});
});

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function bodyOf(body: string): Promise<unknown> {
  const { status, body: answer } = await sluice.post(flow.url, body, form);
  expect(status).toBe(202);
  return (await sluice.runOver(answer.requestId)).triggerOutputs['body'];
}
