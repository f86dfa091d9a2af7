import { HttpError } from '@sluice/connector-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connections } from './connections.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET } from './test-peer.ts';

let at: TestInstallation;
let one: Connections;
let two: Connections;

beforeEach(async () => {
  at = await openTestInstallation({ shared: true });
  one = at.connections;
  two = at.join();
});

afterEach(() => at.close());

async function get(connections: Connections, path = '/things') {
  return (await connections.open('c1')).http.get(path);
}

async function failure(sending: Promise<unknown>): Promise<HttpError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

async function changesStored(): Promise<number> {
  const row = await at.db.selectFrom('connection_paces').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

test('two processes together keep to one budget, and come near to it', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, requests: 100 });
  const answers = await Promise.allSettled(
    Array.from({ length: 160 }, (_, index) => get(index % 2 === 0 ? one : two)),
  );

  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(at.peer.received.length).toBeLessThanOrEqual(100);
  expect(at.peer.received.length).toBeGreaterThan(95);
  expect(refused.length).toBe(160 - at.peer.received.length);

  at.clock += 63_000;
  await Promise.all([get(one), get(two)]);
});

test('a process that is busy asks the others seldom, and one that is not takes only what it sends', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, requests: 1000 });
  for (let batch = 0; batch < 6; batch += 1) {
    await Promise.all(Array.from({ length: 50 }, () => get(one)));
  }
  expect(await changesStored()).toBeLessThan(25);

  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, requests: 10 });
  for (let sent = 0; sent < 10; sent += 1) {
    at.clock += 3000;
    await get(sent % 2 === 0 ? one : two);
  }
  expect((await failure(get(one))).kind).toBe('budget');
});

test('a rest that one process was asked for is kept by the other within a second', async () => {
  await get(two);
  at.peer.instead.push({ status: 429, headers: { 'retry-after': '20' } });
  await failure(get(one));
  at.clock += 1001;

  expect(await failure(get(two))).toMatchObject({ kind: 'budget', retryAfterSeconds: 19 });
  expect(await two.condition('c1')).toMatchObject({ kind: 'resting' });
  at.clock += 19_000;
  expect((await get(two)).status).toBe(200);
});

test('failures of all processes count together, and one of them looks whether it is over', async () => {
  await get(one);
  await get(two);
  at.peer.down = true;
  for (const connections of [one, two, one]) {
    at.clock += 1001;
    await failure(get(connections));
  }
  at.clock += 1001;
  expect(await two.condition('c1')).toMatchObject({ kind: 'down', until: at.clock + 3999 });
  expect(await failure(get(two))).toMatchObject({ notSent: true });

  at.peer.down = false;
  at.clock += 4000;
  let release = (): void => {};
  at.peer.held = new Promise((resolve) => (release = resolve));
  const before = at.peer.received.length;
  const tried = [one, two, one, two].map((connections) =>
    get(connections).then(
      () => 'probe',
      () => 'waits',
    ),
  );
  await at.peer.until(before + 1);
  release();

  expect((await Promise.all(tried)).toSorted()).toEqual(['probe', 'waits', 'waits', 'waits']);
  at.clock += 1001;
  expect(await Promise.all([one.condition('c1'), two.condition('c1')])).toEqual([
    { kind: 'ok' },
    { kind: 'ok' },
  ]);
});

test('while all is well nothing is stored but what is taken out of the budget', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, requests: 1 });
  await get(one);
  const before = await changesStored();
  at.clock += 1001;
  await one.condition('c1');
  await failure(get(one));

  expect(before).toBe(1);
});

test('what became of a deleted connection’s pace is forgotten', async () => {
  await get(one);
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET });

  expect(await changesStored()).toBe(0);
  at.clock += 1001;
  expect((await get(one)).status).toBe(200);
});
