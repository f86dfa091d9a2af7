import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { type HaloClient, haloClient } from '../testing/halo-client.ts';

let halo: HaloSimulator;
let client: HaloClient;
beforeEach(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
});
afterEach(() => halo.close());

test('a ticket can be logged and seen without a token', async () => {
  const logged = await client.post('/simulator/tickets', { summary: 'By hand', agent_id: 27 });
  const { json } = await client.get('/simulator/state');

  expect(logged).toMatchObject({ status: 201, json: { id: 4243, agent_id: 27 } });
  expect(json).toMatchObject({
    counts: { tickets: 1, actions: 1, deliveries: 0 },
    tickets: [{ summary: 'By hand', who: 'Robin Example' }],
    actions: [{ outcome: 'Logged' }],
  });
  expect((await client.post('/simulator/tickets', { details: 'No summary' })).status).toBe(400);
  expect((await client.post('/simulator/tickets', 'not JSON')).status).toBe(400);
});

test('the state can be asked for in part, and only when it has changed', async () => {
  await halo.logTicket({ summary: 'One' });
  await halo.logTicket({ summary: 'Two' });
  const { json } = await client.get('/simulator/state?last=1');

  expect(json).toMatchObject({ counts: { tickets: 2 }, tickets: [{ summary: 'Two' }] });
  const again = await client.get(`/simulator/state?revision=${String(json['revision'])}`);
  expect(again.status).toBe(204);
});

test('quirks are read and changed, and a wrong one is explained', async () => {
  const changed = await client.put('/simulator/quirks', { strictUpdate: true, delayMs: 1 });

  expect(changed.json).toMatchObject({ strictUpdate: true, delayMs: 1, failNext: [] });
  expect((await client.get('/simulator/quirks')).json['strictUpdate']).toBe(true);
  const wrong = [
    { quirk: true },
    { answerShape: 'round' },
    { delayMs: -1 },
    { down: 'yes' },
    { failNext: { kind: 'explode', count: 1 } },
  ];
  for (const quirks of wrong) {
    const { status, json } = await client.put('/simulator/quirks', quirks);
    expect(status).toBe(400);
    expect(json['error']).toContain('quirk');
  }
  const fault = { kind: 'down', count: 1, path: '/api' };
  expect((await client.put('/simulator/quirks', { failNext: [fault] })).status).toBe(200);
});

test('requests to Halo are listed, those of the page are not', async () => {
  await client.get('/api/Tickets?search=x');
  await client.get('/simulator/state');

  expect((await client.get('/simulator/requests')).json).toMatchObject([
    { method: 'POST', path: '/auth/token', status: 200 },
    { method: 'GET', path: '/api/Tickets', query: 'search=x', status: 200 },
  ]);
});

test('a request that was cut off is listed with status 0', async () => {
  halo.setQuirks({ failNext: { kind: 'down', count: 1 } });
  await client.get('/api/Tickets').catch(() => {});

  expect(halo.state.requests.at(-1)).toMatchObject({ path: '/api/Tickets', status: 0 });
});

test('tokens can be expired and everything reset from outside', async () => {
  await halo.logTicket({ summary: 'Gone soon' });
  expect((await client.post('/simulator/reset', '')).status).toBe(204);
  expect(halo.state.tickets).toEqual([]);
  expect((await client.get('/api/Tickets')).status).toBe(200);

  expect((await client.post('/simulator/expire-tokens', '')).status).toBe(204);
  expect((await client.get('/api/Tickets')).status).toBe(401);
  expect((await client.post('/simulator/deliveries/none/resend', '')).status).toBe(404);
  expect((await client.get('/simulator/idle')).status).toBe(204);
});

test('the page and its assets are served with a strict policy', async () => {
  const page = await fetch(`${halo.url}/`);

  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await page.text();
  expect(html).not.toMatch(/<script>|style=|onclick=/);
  for (const [, asset] of html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)) {
    expect((await fetch(halo.url + asset)).status).toBe(200);
  }
});
