import { gzipSync } from 'node:zlib';
import type { Session } from '@sluice/schema';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { sendRaw } from './testing/send-raw.ts';
import { TestSluice } from './testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('health, readiness and the description of the API are open to everybody', async () => {
  expect(await (await fetch(`${sluice.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${sluice.url}/readyz`)).json()).toEqual({ status: 'ready' });
  const description = await fetch(`${sluice.url}/api/v1/openapi.json`);
  expect(await description.json()).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: sluice.url }],
    paths: {
      '/api/v1/flows/{id}/publish': { post: { security: [{ apiKey: [] }] } },
      '/api/v1/session': { post: { security: [] } },
      '/api/v1/runs/{id}': { get: expect.anything() },
    },
  });
});

test('an address that nobody serves is a problem document, also with a hostile path', async () => {
  for (const path of ['/api/v1/nothing', '/api/nothing', '/api/v1/flows/a/b/c']) {
    const response = await fetch(`${sluice.url}${path}`, { redirect: 'manual' });
    expect([path, response.status]).toEqual([path, 404]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  }
  const traversal =
    'GET /..%2f..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  const answer = await sendRaw(sluice.url, traversal);
  expect(answer).not.toContain('root:');
});

test('a body that is broken, compressed to nothing or of another type is refused', async () => {
  const send = async (body: string | Buffer, headers: Record<string, string>) => {
    const response = await fetch(`${sluice.url}/api/v1/session`, { method: 'POST', headers, body });
    return response.status;
  };
  const json = { 'Content-Type': 'application/json' };
  expect(await send('{"email":', json)).toBe(400);
  expect(await send('[]', json)).toBe(400);
  expect(await send('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).toBe(400);
  const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
  expect(await send(bomb, { ...json, 'Content-Encoding': 'gzip' })).toBe(413);
  const polluted = '{"__proto__":{"role":"admin"},"email":"a","password":"b"}';
  expect(await send(polluted, json)).not.toBe(200);
  expect(({} as Record<string, unknown>)['role']).toBeUndefined();
});

test('the demo is a flow that runs when a ticket is logged in its simulator', async () => {
  const demo = await TestSluice.start({ env: { SLUICE_DEMO: '1' } });
  onTestFinished(() => demo.close());
  const { demoUrl } = (await demo.admin.send('GET /session')).body as Session;
  const logged = await fetch(`${demoUrl}/simulator/tickets`, {
    method: 'POST',
    body: JSON.stringify({ summary: 'Printer on fire', agent_id: 1 }),
  });
  expect(logged.status).toBe(201);
  const signal = await eventually(async () => (await demo.signals())[0], 'the signal has come');
  const run = await demo.runOver(signal.requestId ?? '');
  expect(run).toMatchObject({
    status: 'succeeded',
    flowName: 'HaloITSM ticket → Create Ticket → Add Action',
    steps: { 'create-follow-up': { status: 'succeeded' }, 'add-note': { status: 'succeeded' } },
  });
  expect((await demo.signals()).length).toBe(1);
});
