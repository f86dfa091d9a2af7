import { HttpError } from '@sluice/connector-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectionRoutes } from './connection-routes.ts';
import { type ServedRoutes, serveTestRoutes } from './serve-test-routes.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { deskConnector } from './test-peer.ts';

let at: TestInstallation;
let served: ServedRoutes;

beforeEach(async () => {
  at = await openTestInstallation();
  const { db, secrets, connections } = at;
  const connectors = [deskConnector];
  served = await serveTestRoutes(
    connectionRoutes({ db, secrets, connectors, connections, audit: async () => {} }),
  );
});

afterEach(async () => {
  await served.close();
  await at.close();
});

async function meet(answer: (typeof at.peer.instead)[number]): Promise<void> {
  at.peer.instead.push(answer);
  const { http } = await at.connections.open('c1');
  await expect(http.get('/things')).rejects.toBeInstanceOf(HttpError);
}

const state = async () => (await served.call('GET', '/connections/c1')).body['state'];
const inSeconds = (seconds: number) => new Date(at.clock + seconds * 1000).toISOString();

test('a connection tells that the other side has asked for a pause, until it is over', async () => {
  await meet({ status: 429, headers: { 'retry-after': '20' } });
  expect(await state()).toEqual({
    kind: 'resting',
    until: inSeconds(20),
    message: 'The other side asked for a pause. Steps wait, and go on when it is over.',
  });

  at.clock += 20_000;
  expect(await state()).toEqual({ kind: 'ok' });
});

test('a connection tells that the other side is down, and how it failed last', async () => {
  for (const status of [500, 502, 503]) await meet({ status });

  expect(await state()).toEqual({
    kind: 'down',
    until: inSeconds(5),
    message: expect.stringMatching(/^The other side is down.*answered 503 Service Unavailable/),
  });
  const { body } = await served.call('GET', '/connections');
  expect(body['items']).toMatchObject([{ id: 'c1', state: { kind: 'down' } }]);
});
