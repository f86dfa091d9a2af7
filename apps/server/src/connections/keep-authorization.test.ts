import { HttpError } from '@sluice/connector-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMinute } from '../testing/a-minute.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET } from './test-peer.ts';

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

test('many runs that begin at once share one token', async () => {
  await Promise.all(Array.from({ length: 20 }, async () => (await httpOfStored()).get('/things')));

  expect(at.peer.tokensGiven).toBe(1);
  expect(at.peer.received).toHaveLength(20);
});

test('a token is renewed shortly before it expires', async () => {
  at.peer.lifetime = 3600;
  const http = await httpOfStored();
  await http.get('/things');
  at.clock += 3569_000;
  await http.get('/things');
  expect(at.peer.tokensGiven).toBe(1);

  at.clock += 2000;
  await http.get('/things');
  expect(at.peer.tokensGiven).toBe(2);
});

test('a revoked token costs one renewal, however many requests met it', async () => {
  const http = await httpOfStored();
  await http.get('/things');
  at.peer.revokeTokens();

  await Promise.all(Array.from({ length: 10 }, () => http.get('/things')));

  expect(at.peer.tokensGiven).toBe(2);
});

test('a lasting 403 gets one fresh token every few seconds, not one a request', async () => {
  at.peer.always.set('/forbidden', { status: 403 });
  const http = await httpOfStored();

  for (let i = 0; i < 5; i += 1) {
    expect(await failure(http.get('/forbidden'))).toMatchObject({ kind: 'status', status: 403 });
  }
  expect(at.peer.tokensGiven).toBe(2);

  at.clock += 3001;
  await failure(http.get('/forbidden'));
  expect(at.peer.tokensGiven).toBe(3);
});

test('wrong credentials are tried once, and again when they have been changed', async () => {
  await at.store({ address: at.peer.url, clientSecret: 'wrong secret' });
  const http = await httpOfStored();
  const answers = await Promise.all([failure(http.get('/a')), failure(http.get('/b'))]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  await failure(http.get('/c'));

  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET });

  expect((await (await httpOfStored()).get('/things')).status).toBe(200);
});

test('a login that did not get through is tried again at once, because nobody refused it', async () => {
  const http = await httpOfStored();
  at.peer.down = true;
  await failure(http.get('/things'));
  at.peer.down = false;

  expect((await http.get('/things')).status).toBe(200);
});

test('a changed connection uses its old token no more', async () => {
  await (await httpOfStored()).get('/things');
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, region: 'eu' });
  await (await httpOfStored()).get('/things');

  expect(at.peer.tokensGiven).toBe(2);
});

test('whoever gives up does not take the token from the others', async () => {
  const deadline = aMinute();
  const hasty = (await at.connections.open('c1', { deadline })).http.get('/1');
  const patient = (await httpOfStored()).get('/2');
  deadline.giveUp(new Error('cancelled'));

  await expect(hasty).rejects.toThrow('cancelled');
  expect((await patient).status).toBe(200);
  expect(at.peer.tokensGiven).toBe(1);
});
