import { HttpError } from '@sluice/connector-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('runs together keep to the budget, and wait for it a little', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, requests: 3 });
  const [one, two] = [await httpOfStored(), await httpOfStored()];
  await one.get('/1');
  at.clock += 58_500;
  await Promise.all([one.get('/2'), two.get('/3')]);

  await two.get('/4');
  expect(at.slept).toEqual([1500]);

  const error = await failure(one.get('/5'));
  expect(error).toMatchObject({ kind: 'budget', retryAfterSeconds: 59, outcomeUnknown: false });
  expect(at.peer.received).toHaveLength(4);
});

test('after a 429 the whole connection rests for as long as it was asked to', async () => {
  const [one, two] = [await httpOfStored(), await httpOfStored()];
  at.peer.instead.push({ status: 429, headers: { 'retry-after': '20' } });
  expect(await failure(one.get('/1'))).toMatchObject({ status: 429, retryAfterSeconds: 20 });

  expect(await failure(two.get('/2'))).toMatchObject({ kind: 'budget', retryAfterSeconds: 20 });
  expect(at.peer.received).toHaveLength(1);

  at.clock += 19_000;
  await two.get('/3');
  expect(at.slept).toEqual([1000]);
});

test('a Retry-After that is a date is understood', async () => {
  const http = await httpOfStored();
  const date = new Date(at.clock + 30_000).toUTCString();
  at.peer.instead.push({ status: 429, headers: { 'retry-after': date } });

  expect((await failure(http.get('/1'))).retryAfterSeconds).toBe(30);
});

test('after a 429 that does not say, the rests grow until an answer comes', async () => {
  const http = await httpOfStored();
  const rests: (number | undefined)[] = [];
  const meet429 = async () => {
    at.peer.instead.push({ status: 429 });
    await failure(http.get('/busy'));
    const { retryAfterSeconds = 0 } = await failure(http.get('/resting'));
    rests.push(retryAfterSeconds);
    at.clock += retryAfterSeconds * 1000;
  };
  for (let i = 0; i < 6; i += 1) await meet429();
  await http.get('/things');
  await meet429();

  expect(rests).toEqual([5, 10, 20, 40, 60, 60, 5]);
});

test('requests that were under way together bring one rest', async () => {
  const http = await httpOfStored();
  await http.get('/things');
  at.peer.instead.push({ status: 429 }, { status: 429 }, { status: 429 });
  await Promise.all([1, 2, 3].map((i) => failure(http.get(`/${i}`))));

  expect((await failure(http.get('/resting'))).retryAfterSeconds).toBe(5);
});
