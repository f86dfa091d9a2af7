import { randomBytes } from 'node:crypto';
import { HttpError, StepError } from '@sluice/connector-kit';
import type { HttpExchange, Values } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Outbound, createOutbound } from '../outbound/outbound.ts';
import { type Secrets, secretsOf } from '../secrets/secrets.ts';
import { deleteConnection, insertConnection, updateConnection } from '../storage/connections.ts';
import { type Storage, openSqlite } from '../storage/open-storage.ts';
import { type Connections, createConnections } from './connections.ts';
import { sealValues } from './sealed-values.ts';
import { CLIENT_SECRET, type TestPeer, deskConnector, startTestPeer } from './test-peer.ts';

let peer: TestPeer;
let storage: Storage;
let outbound: Outbound;
let secrets: Secrets;
let connections: Connections;
let clock: number;
let slept: number[];

beforeEach(async () => {
  peer = await startTestPeer();
  storage = openSqlite(':memory:');
  outbound = createOutbound({ allow: [{ host: '127.0.0.1' }] });
  secrets = secretsOf(randomBytes(32));
  clock = Date.parse('2026-01-01T00:00:00Z');
  slept = [];
  connections = createConnections({
    db: storage.db,
    secrets,
    outbound,
    connectors: [deskConnector],
    now: () => clock,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      clock += milliseconds;
    },
  });
  await store({ address: peer.url, clientSecret: CLIENT_SECRET });
});

afterEach(async () => {
  await peer.close();
  await outbound.close();
  await storage.close();
});

async function store(values: Values, id = 'c1') {
  await deleteConnection(storage.db, id);
  await insertConnection(storage.db, {
    id,
    name: 'My desk',
    type: 'desk',
    sealed_values: sealValues(id, values, secrets),
    last_test: null,
    created_at: clock,
    updated_at: clock,
  });
  connections.forget(id);
}

async function httpOfStored(onExchange?: (exchange: HttpExchange) => void) {
  return (await connections.open('c1', { onExchange })).http;
}

async function failure(sending: Promise<unknown>): Promise<HttpError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

test('a path is sent to the connection’s address with its credentials', async () => {
  const http = await httpOfStored();

  const { body } = await http.post('/things', { a: 1 }, { query: { all: true, none: undefined } });

  expect(body).toEqual({
    path: '/things?all=true',
    token: 'Bearer token-1-of-many',
    body: '{"a":1}',
  });
});

test('a step sees the values that are not secret', async () => {
  const { values } = await connections.open('c1');

  expect(values).toEqual({ address: peer.url });
});

test('many runs that begin at once share one token', async () => {
  await Promise.all(Array.from({ length: 20 }, async () => (await httpOfStored()).get('/things')));

  expect(peer.tokensGiven).toBe(1);
  expect(peer.received).toHaveLength(20);
});

test('a token is renewed shortly before it expires', async () => {
  peer.lifetime = 3600;
  const http = await httpOfStored();
  await http.get('/things');
  clock += 3569_000;
  await http.get('/things');
  expect(peer.tokensGiven).toBe(1);

  clock += 2000;
  await http.get('/things');
  expect(peer.tokensGiven).toBe(2);
});

test('a revoked token costs one renewal, however many requests met it', async () => {
  const http = await httpOfStored();
  await http.get('/things');
  peer.revokeTokens();

  await Promise.all(Array.from({ length: 10 }, () => http.get('/things')));

  expect(peer.tokensGiven).toBe(2);
});

test('a lasting 403 gets one fresh token every few seconds, not one a request', async () => {
  peer.always.set('/forbidden', { status: 403 });
  const http = await httpOfStored();

  for (let i = 0; i < 5; i += 1) {
    expect(await failure(http.get('/forbidden'))).toMatchObject({ kind: 'status', status: 403 });
  }
  expect(peer.tokensGiven).toBe(2);

  clock += 3001;
  await failure(http.get('/forbidden'));
  expect(peer.tokensGiven).toBe(3);
});

test('wrong credentials are tried once, and again when they have been changed', async () => {
  await store({ address: peer.url, clientSecret: 'wrong secret' });
  const http = await httpOfStored();
  const answers = await Promise.all([failure(http.get('/a')), failure(http.get('/b'))]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  await failure(http.get('/c'));

  await store({ address: peer.url, clientSecret: CLIENT_SECRET });

  expect((await (await httpOfStored()).get('/things')).status).toBe(200);
});

test('a changed connection uses its old token no more', async () => {
  await (await httpOfStored()).get('/things');
  await store({ address: peer.url, clientSecret: CLIENT_SECRET, region: 'eu' });
  await (await httpOfStored()).get('/things');

  expect(peer.tokensGiven).toBe(2);
});

test('a change by another process is seen within a second', async () => {
  await connections.open('c1');
  const row = await storage.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow();
  const values = { address: peer.url, clientSecret: CLIENT_SECRET, region: 'us' };
  await updateConnection(storage.db, row, {
    ...row,
    sealed_values: sealValues('c1', values, secrets),
  });
  clock += 1001;

  expect((await connections.open('c1')).values).toEqual({ address: peer.url, region: 'us' });
});

test.each(['missing', 'tampered'])('a connection that is %s is the user’s to mend', async (how) => {
  if (how === 'missing') await deleteConnection(storage.db, 'c1');
  else
    await storage.db.updateTable('connections').set({ id: 'c1', sealed_values: 'v1.x' }).execute();

  await expect(connections.open('c1')).rejects.toBeInstanceOf(StepError);
});

test('values that were moved from another connection’s row do not open', async () => {
  const stolen = await storage.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow();
  await insertConnection(storage.db, { ...stolen, id: 'c2' });

  await expect(connections.open('c2')).rejects.toThrow(/altered or moved/);
});

test('credentials go to the connection’s own host and nowhere else', async () => {
  const other = await startTestPeer();
  const http = await httpOfStored();

  for (const url of [`${other.url}/things`, other.url.replace('http', 'https')]) {
    expect((await failure(http.send({ method: 'GET', url }))).kind).toBe('forbidden-address');
  }
  await http.get(`//${new URL(other.url).host}/things`);
  peer.instead.push({ status: 302, headers: { location: `${other.url}/things` } });
  await failure(http.get('/redirected'));

  expect(other.received).toEqual([{ method: 'GET', path: '/things', token: '' }]);
  await other.close();
});

test('runs together keep to the budget, and wait for it a little', async () => {
  await store({ address: peer.url, clientSecret: CLIENT_SECRET, requests: 3 });
  const [one, two] = [await httpOfStored(), await httpOfStored()];
  await one.get('/1');
  clock += 58_500;
  await Promise.all([one.get('/2'), two.get('/3')]);

  await two.get('/4');
  expect(slept).toEqual([1500]);

  const error = await failure(one.get('/5'));
  expect(error).toMatchObject({ kind: 'budget', retryAfterSeconds: 59, outcomeUnknown: false });
  expect(peer.received).toHaveLength(4);
});

test('after a 429 the whole connection rests for as long as it was asked to', async () => {
  const [one, two] = [await httpOfStored(), await httpOfStored()];
  peer.instead.push({ status: 429, headers: { 'retry-after': '20' } });
  expect(await failure(one.get('/1'))).toMatchObject({ status: 429, retryAfterSeconds: 20 });

  expect(await failure(two.get('/2'))).toMatchObject({ kind: 'budget', retryAfterSeconds: 20 });
  expect(peer.received).toHaveLength(1);

  clock += 19_000;
  await two.get('/3');
  expect(slept).toEqual([1000]);
});

test('a Retry-After that is a date is understood', async () => {
  const http = await httpOfStored();
  const date = new Date(clock + 30_000).toUTCString();
  peer.instead.push({ status: 429, headers: { 'retry-after': date } });

  expect((await failure(http.get('/1'))).retryAfterSeconds).toBe(30);
});

test('after a 429 that does not say, the rests grow until an answer comes', async () => {
  const http = await httpOfStored();
  const rests: (number | undefined)[] = [];
  const meet429 = async () => {
    peer.instead.push({ status: 429 });
    await failure(http.get('/busy'));
    const { retryAfterSeconds = 0 } = await failure(http.get('/resting'));
    rests.push(retryAfterSeconds);
    clock += retryAfterSeconds * 1000;
  };
  for (let i = 0; i < 6; i += 1) await meet429();
  await http.get('/things');
  await meet429();

  expect(rests).toEqual([5, 10, 20, 40, 60, 60, 5]);
});

test('requests that were under way together bring one rest', async () => {
  const http = await httpOfStored();
  await http.get('/things');
  peer.instead.push({ status: 429 }, { status: 429 }, { status: 429 });
  await Promise.all([1, 2, 3].map((i) => failure(http.get(`/${i}`))));

  expect((await failure(http.get('/resting'))).retryAfterSeconds).toBe(5);
});

test('whoever gives up does not take the token from the others', async () => {
  const controller = new AbortController();
  const hasty = (await connections.open('c1', { signal: controller.signal })).http.get('/1');
  const patient = (await httpOfStored()).get('/2');
  controller.abort(new Error('cancelled'));

  await expect(hasty).rejects.toThrow('cancelled');
  expect((await patient).status).toBe(200);
  expect(peer.tokensGiven).toBe(1);
});

test('a step without a connection sends to whole addresses', async () => {
  const exchanges: HttpExchange[] = [];
  const http = connections.bare({ onExchange: (exchange) => exchanges.push(exchange) });
  peer.always.set('/open', { status: 200, body: 'hello' });

  expect((await http.get(`${peer.url}/open`)).body).toBe('hello');
  expect((await failure(http.get('/open'))).kind).toBe('forbidden-address');
  expect(exchanges).toMatchObject([{ method: 'GET', status: 200, responseBody: 'hello' }]);
});

test('the answer of an error comes along with it', async () => {
  const http = await httpOfStored();
  const headers = { 'content-type': 'application/json' };
  peer.instead.push({ status: 400, headers, body: '{"message":"No summary"}' });

  expect(await failure(http.post('/things', {}))).toMatchObject({
    kind: 'status',
    status: 400,
    body: { message: 'No summary' },
    message: `${new URL(peer.url).host} answered 400 Bad Request.`,
  });
});

test('the same look-up within half a minute is asked once', async () => {
  const ask = (search: string) =>
    connections.lookup({ connectionId: 'c1', name: 'things', inputs: { client: '' }, search });

  await Promise.all([ask('a'), ask('a')]);
  expect(await ask('a')).toEqual([{ value: '1', label: '/things?search=a' }]);
  expect(peer.received).toHaveLength(1);

  await ask('b');
  clock += 30_001;
  await ask('a');
  expect(peer.received).toHaveLength(3);
});

test('a look-up that failed is asked again', async () => {
  const ask = () =>
    connections.lookup({ connectionId: 'c1', name: 'things', inputs: {}, search: '' });
  peer.instead.push({ status: 500 });

  await failure(ask());
  expect(await ask()).toHaveLength(1);
});

test('a secret is in no exchange, however the other side repeats it', async () => {
  const exchanges: HttpExchange[] = [];
  const http = await httpOfStored((exchange) => exchanges.push(exchange));
  const spellings = [
    CLIENT_SECRET,
    JSON.stringify(CLIENT_SECRET),
    encodeURIComponent(CLIENT_SECRET),
    new URLSearchParams({ CLIENT_SECRET }).toString(),
    ...['', 'a', 'ab', 'user:'].map((before) =>
      Buffer.from(`${before}${CLIENT_SECRET}:x`).toString('base64'),
    ),
  ].join(' ');
  peer.instead.push({
    status: 200,
    headers: { 'x-echo': encodeURIComponent(CLIENT_SECRET) },
    body: spellings,
  });
  await http.post(`/echo/${encodeURIComponent(CLIENT_SECRET)}?apiKey=hunter2`, {
    note: CLIENT_SECRET,
  });
  await http.get('/things');
  const kept = JSON.stringify(exchanges);

  expect(exchanges.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const part of [
    'planted',
    'secret%2B',
    'secret+é',
    '42',
    'token-1',
    'hunter2',
    'session=1',
  ]) {
    expect(kept.replaceAll(/"at":"[^"]*"|127\.0\.0\.1:\d+/g, '')).not.toContain(part);
  }
  for (const before of ['', 'a', 'ab', 'user:']) {
    const base64 = Buffer.from(`${before}${CLIENT_SECRET}:x`).toString('base64');
    expect(kept).not.toContain(base64.slice(8, 20));
  }
});

test('a long body is cut, and no secret is left half at the cut', async () => {
  const exchanges: HttpExchange[] = [];
  const http = await httpOfStored((exchange) => exchanges.push(exchange));
  const body = 'x'.repeat(16 * 1024 - 10) + CLIENT_SECRET + 'y'.repeat(5000);
  await http.post('/things', body);
  const kept = exchanges.at(-1)?.requestBody ?? '';

  expect(kept.length).toBeLessThan(16 * 1024 + 20);
  expect(kept).not.toContain('plan');
  expect(kept).toMatch(/… \(cut\)$/);
});
