import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { askForToken, type HaloClient, haloClient } from '../testing/halo-client.ts';
import type { FaultKind } from './fail-next.ts';

let halo: HaloSimulator;
let client: HaloClient;
beforeEach(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
});
afterEach(() => halo.close());

const create = () => client.post('/api/Tickets', [{ summary: 'S' }]);

test('a POST can answer a list of one', async () => {
  halo.setQuirks({ answerShape: 'array' });

  expect((await create()).json).toMatchObject([{ id: 4243 }]);
});

test('agents can come under results', async () => {
  halo.setQuirks({ agentList: 'results' });

  expect((await client.get('/api/Agent')).json['results']).toHaveLength(4);
});

test.each([
  ['bad-request-string', 'Priority Description must not be blank'],
  ['bad-request-fields', { '[0].outcome_id': [expect.stringContaining('line 1')] }],
  ['bad-request-exception', { ClassName: 'System.Exception', Message: expect.any(String) }],
  ['bad-request-array', { summary: [expect.stringContaining('requires a JSON array')] }],
  ['bad-request-result-code', { resultCode: 400, errorMessage: expect.any(String) }],
  ['bad-request-error', { error: expect.any(String) }],
] as const)('the next request can be a 400 of the shape %s', async (kind, body) => {
  halo.setQuirks({ failNext: { kind, count: 1 } });
  const { status, json } = await create();

  expect(status).toBe(400);
  if (typeof body === 'string') expect(json).toBe(body);
  else expect(json).toMatchObject(body);
  expect((await create()).status).toBe(201);
});

test.each([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['server-error', 500],
  ['bad-gateway', 502],
  ['unavailable', 503],
  ['gateway-timeout', 504],
] as const)('the next request can be refused as %s, without a body', async (kind, status) => {
  halo.setQuirks({ failNext: { kind, count: 1 } });

  expect(await create()).toMatchObject({ status, text: '' });
  expect(halo.state.tickets).toEqual([]);
});

test('a forced rate limit is a JSON string, with or without Retry-After', async () => {
  halo.setQuirks({
    retryAfterSeconds: 7,
    failNext: [
      { kind: 'rate-limit-with-retry-after', count: 1 },
      { kind: 'rate-limit-without-retry-after', count: 1 },
    ],
  });
  const told = await create();
  const untold = await create();

  expect(told).toMatchObject({
    status: 429,
    json: 'Rate Limit Reached - 700 Requests per rolling 5 minute window',
  });
  expect(told.headers.get('retry-after')).toBe('7');
  expect(untold.status).toBe(429);
  expect(untold.headers.get('retry-after')).toBeNull();
  expect((await create()).status).toBe(201);
});

test('a permanent rate limit lasts until it is switched off, and spares the token', async () => {
  halo.setQuirks({ rateLimit: 'with-retry-after' });
  expect((await create()).status).toBe(429);
  expect((await create()).headers.get('retry-after')).toBe('5');
  expect((await askForToken(halo)).status).toBe(200);

  halo.setQuirks({ rateLimit: 'off' });
  expect((await create()).status).toBe(201);
});

test('the budget of the rolling window is enforced, and 0 turns it off', async () => {
  halo.setQuirks({ requestsPerFiveMinutes: 2, sendRetryAfter: true });
  await create();
  await create();
  const refused = await create();
  halo.setQuirks({ requestsPerFiveMinutes: 0 });

  expect(refused).toMatchObject({
    status: 429,
    json: 'Rate Limit Reached - 2 Requests per rolling 5 minute window',
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290);
  expect((await create()).status).toBe(201);
});

test('a fault can be meant for one path and method, and count down', async () => {
  halo.setQuirks({
    failNext: { kind: 'server-error', count: 2, path: '/api/tickets', method: 'POST' },
  });

  expect((await client.get('/api/Tickets')).status).toBe(200);
  expect((await create()).status).toBe(500);
  expect(halo.quirks.failNext).toMatchObject([{ count: 1 }]);
  expect((await create()).status).toBe(500);
  expect((await create()).status).toBe(201);
  expect(halo.quirks.failNext).toEqual([]);
});

test('a fault reaches the token only when it names it', async () => {
  halo.setQuirks({ failNext: { kind: 'server-error', count: 1 } });
  expect((await askForToken(halo)).status).toBe(200);

  halo.setQuirks({ failNext: { kind: 'server-error', count: 1, path: '/auth/token' } });
  expect((await askForToken(halo)).status).toBe(500);
});

test.each([
  [{ dropAnswer: true }, 1],
  [{ failNext: { kind: 'drop-answer', count: 1 } }, 1],
  [{ down: true }, 0],
  [{ failNext: { kind: 'down', count: 1 } }, 0],
] as const)('%j cuts the connection and leaves %i tickets', async (quirks, tickets) => {
  halo.setQuirks(quirks);

  await expect(create()).rejects.toThrow('fetch failed');
  expect(halo.state.tickets).toHaveLength(tickets);
  halo.setQuirks({ dropAnswer: false, down: false });
  expect((await create()).status).toBe(201);
});

test.each([
  { truncateAnswer: true },
  { failNext: { kind: 'truncate-answer' as FaultKind, count: 1 } },
])('%j does the work and answers broken JSON', async (quirks) => {
  halo.setQuirks(quirks);
  const { status, text } = await create();

  expect(status).toBe(201);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(halo.state.tickets).toHaveLength(1);
});

test.each([{ delayMs: 30 }, { failNext: { kind: 'slow' as FaultKind, count: 1, delayMs: 30 } }])(
  '%j makes the answer late',
  async (quirks) => {
    halo.setQuirks(quirks);
    const start = performance.now();
    await create();

    expect(performance.now() - start).toBeGreaterThan(28);
  },
);

test('a reset takes the quirks back to those of the start', async () => {
  const other = await startHaloSimulator({ quirks: { answerShape: 'array' } });
  other.setQuirks({ answerShape: 'object', down: true });
  other.reset();

  expect(other.quirks).toMatchObject({ answerShape: 'array', down: false });
  await other.close();
});
