import { afterEach, beforeEach, expect, test } from 'vitest';
import { updateConnection } from '../storage/connections.ts';
import { leaseConnectionToken } from '../storage/connection-tokens.ts';
import type { Connections } from './connections.ts';
import { sealValues } from './sealed-values.ts';
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

async function get(connections: Connections) {
  return (await connections.open('c1')).http.get<{ token: string }>('/things');
}

test('processes that need a token at once get one, and all use it', async () => {
  const processes = [one, two, at.join(), at.join()];
  const answers = await Promise.all([...processes, ...processes].map(get));

  expect(at.peer.tokensGiven).toBe(1);
  expect(new Set(answers.map(({ body }) => body.token))).toEqual(
    new Set(['Bearer token-1-of-many']),
  );
});

test('a token that is soon over is renewed by one process for all', async () => {
  at.peer.lifetime = 3600;
  await Promise.all([one, two].map(get));
  at.clock += 3571_000;
  await Promise.all([one, two].map(get));

  expect(at.peer.tokensGiven).toBe(2);
});

test('a token that was revoked is renewed once, however many processes meet it', async () => {
  await Promise.all([one, two].map(get));
  at.peer.revokeTokens();
  await get(one);
  await get(two);

  expect(at.peer.tokensGiven).toBe(2);
});

test('a token made from other values is not used', async () => {
  await get(one);
  const row = await at.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow();
  const values = { address: at.peer.url, clientSecret: CLIENT_SECRET, region: 'us' };
  await updateConnection(at.db, row, {
    ...row,
    sealed_values: sealValues('c1', values, at.secrets),
  });
  at.clock += 1001;
  await get(two);

  expect(at.peer.tokensGiven).toBe(2);
});

test('the stored token cannot be read, nor used for another connection', async () => {
  await get(one);
  const row = await at.db.selectFrom('connection_tokens').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain('token-1');

  await at.db.updateTable('connection_tokens').set({ sealed: 'v1.x' }).execute();
  await get(two);
  expect(at.peer.tokensGiven).toBe(2);
});

test('a token that another process obtained is masked like one’s own', async () => {
  await get(one);
  await get(two);

  expect((await two.open('c1')).mask('it said token-1-of-many')).toBe('it said •••');
});

test('a process that dies while it renews keeps the others waiting no longer than its lease', async () => {
  await leaseConnectionToken(at.db, 'c1', {
    owner: 'dead',
    now: at.clock,
    until: at.clock + 60_000,
  });
  const answer = get(one);
  await at.sleeps();
  expect(at.peer.tokensGiven).toBe(0);
  at.clock += 60_000;

  expect((await answer).status).toBe(200);
});

test('a login that fails leaves the lease to the next', async () => {
  await at.store({ address: at.peer.url, clientSecret: 'wrong' });
  await expect(get(one)).rejects.toMatchObject({ status: 401 });
  await expect(get(two)).rejects.toMatchObject({ status: 401 });

  const row = await at.db.selectFrom('connection_tokens').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ lease_owner: null, sealed: null });
});
