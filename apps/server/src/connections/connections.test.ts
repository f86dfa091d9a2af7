import { HttpError, StepError } from '@sluice/connector-kit';
import type { HttpExchange } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteConnection, insertConnection, updateConnection } from '../storage/connections.ts';
import { sealValues } from './sealed-values.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET, startTestPeer } from './test-peer.ts';

let at: TestInstallation;

beforeEach(async () => {
  at = await openTestInstallation();
});

afterEach(() => at.close());

async function httpOfStored() {
  return (await at.connections.open('c1')).http;
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
  const { values } = await at.connections.open('c1');

  expect(values).toEqual({ address: at.peer.url });
});

test('a change by another process is seen within a second', async () => {
  await at.connections.open('c1');
  const row = await at.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow();
  const values = { address: at.peer.url, clientSecret: CLIENT_SECRET, region: 'us' };
  await updateConnection(at.db, row, {
    ...row,
    sealed_values: sealValues('c1', values, at.secrets),
  });
  at.clock += 1001;

  expect((await at.connections.open('c1')).values).toEqual({ address: at.peer.url, region: 'us' });
});

test.each(['missing', 'tampered'])('a connection that is %s is the user’s to mend', async (how) => {
  if (how === 'missing') await deleteConnection(at.db, 'c1');
  else await at.db.updateTable('connections').set({ id: 'c1', sealed_values: 'v1.x' }).execute();

  await expect(at.connections.open('c1')).rejects.toBeInstanceOf(StepError);
});

test('values that were moved from another connection’s row do not open', async () => {
  const stolen = await at.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow();
  await insertConnection(at.db, { ...stolen, id: 'c2' });

  await expect(at.connections.open('c2')).rejects.toThrow(/altered or moved/);
});

test('credentials go to the connection’s own host and nowhere else', async () => {
  const other = await startTestPeer();
  const http = await httpOfStored();

  for (const url of [`${other.url}/things`, other.url.replace('http', 'https')]) {
    expect((await failure(http.send({ method: 'GET', url }))).kind).toBe('forbidden-address');
  }
  await http.get(`//${new URL(other.url).host}/things`);
  at.peer.always.set('/redirected', {
    status: 302,
    headers: { location: `${other.url}/things` },
  });
  await failure(http.get('/redirected'));

  expect(new Set(other.received.map(({ token }) => token))).toEqual(new Set(['']));
  await other.close();
});

test('a step without a connection sends to whole addresses', async () => {
  const exchanges: HttpExchange[] = [];
  const http = at.connections.bare({ onExchange: (exchange) => exchanges.push(exchange) });
  at.peer.always.set('/open', { status: 200, body: 'hello' });

  expect((await http.get(`${at.peer.url}/open`)).body).toBe('hello');
  expect((await failure(http.get('/open'))).kind).toBe('forbidden-address');
  expect(exchanges).toMatchObject([{ method: 'GET', status: 200, responseBody: 'hello' }]);
});

test('the answer of an error comes along with it', async () => {
  const http = await httpOfStored();
  const headers = { 'content-type': 'application/json' };
  at.peer.instead.push({ status: 400, headers, body: '{"message":"No summary"}' });

  expect(await failure(http.post('/things', {}))).toMatchObject({
    kind: 'status',
    status: 400,
    body: { message: 'No summary' },
    message: `${new URL(at.peer.url).host} answered 400 Bad Request.`,
  });
});

test('the same look-up within half a minute is asked once', async () => {
  const ask = (search: string) =>
    at.connections.lookup({ connectionId: 'c1', name: 'things', inputs: { client: '' }, search });

  await Promise.all([ask('a'), ask('a')]);
  expect(await ask('a')).toEqual([{ value: '1', label: '/things?search=a' }]);
  expect(at.peer.received).toHaveLength(1);

  await ask('b');
  at.clock += 30_001;
  await ask('a');
  expect(at.peer.received).toHaveLength(3);
});

test('a look-up that failed is asked again', async () => {
  const ask = () =>
    at.connections.lookup({ connectionId: 'c1', name: 'things', inputs: {}, search: '' });
  at.peer.instead.push({ status: 500 });

  await failure(ask());
  expect(await ask()).toHaveLength(1);
});
