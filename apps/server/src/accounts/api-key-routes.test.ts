import type { ApiKey, User } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestBrowser, TestServer } from './test-server.ts';

let server: TestServer;
let admin: TestBrowser;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.setUp();
});
afterEach(() => server.close());

type NewKey = ApiKey & { secret: string };

test('a key is given as bearer token or as Basic', async () => {
  const { key, secret } = await make(admin);
  expect(await whoIs(`Bearer ${key}:${secret}`)).toBe(200);
  expect(await whoIs(`bearer  ${key}:${secret}`)).toBe(200);
  expect(await whoIs(`Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`)).toBe(200);
});

test('anything else in the header is refused, even beside a good cookie', async () => {
  const { key, secret } = await make(admin);
  const other = await make(admin);
  for (const header of [
    `Bearer ${key}`,
    `Bearer ${key}:`,
    `Bearer :${secret}`,
    `Bearer ${key}:${secret}x`,
    `Bearer ${key}:${other.secret}`,
    `Bearer ${key}:${secret} extra`,
    `Digest ${key}:${secret}`,
    `Basic ${key}:${secret}`,
    'Bearer',
    ' ',
  ]) {
    expect([header, await whoIs(header)]).toEqual([header, 401]);
    expect((await admin.send('GET /session', undefined, { Authorization: header })).status).toBe(
      401,
    );
  }
});

test('the secret is shown once and stored nowhere', async () => {
  const { secret } = await make(admin);
  expect(secret).toMatch(/^sls_[\w-]{43}$/);
  expect(JSON.stringify((await admin.send('GET /api-keys')).body)).not.toContain(secret);
  const rows = await server.db.selectFrom('api_keys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(secret.slice(4));
});

test('a key may what its user may, and no more', async () => {
  const { browser, user } = await server.logInAs('viewer', admin);
  const { key, secret } = await make(browser);
  const headers = { Authorization: `Bearer ${key}:${secret}` };
  const send = (path: string) => server.browser().send(`GET ${path}`, undefined, headers);
  expect((await send('/users')).status).toBe(200);
  expect((await send('/audit')).status).toBe(403);

  await admin.send(`PATCH /users/${user.id}`, { role: 'admin' });
  expect((await send('/audit')).status).toBe(200);
});

test.each([
  [
    'its user is disabled',
    (user: User) => admin.send(`PATCH /users/${user.id}`, { disabled: true }),
  ],
  ['its user is deleted', (user: User) => admin.send(`DELETE /users/${user.id}`)],
  ['it is deleted', (_user: User, key: ApiKey) => admin.send(`DELETE /api-keys/${key.id}`)],
])('a key stops working at once when %s', async (_when, change) => {
  const { browser, user } = await server.logInAs('operator', admin);
  const made = await make(browser);
  const header = `Bearer ${made.key}:${made.secret}`;
  expect(await whoIs(header)).toBe(200);
  expect((await change(user, made)).status).toBeLessThan(300);
  expect(await whoIs(header)).toBe(401);
});

test('people see and delete their own keys only; administrators all', async () => {
  const mine = await make(admin);
  const { browser } = await server.logInAs('builder', admin);
  const theirs = await make(browser);
  const ids = async (who: TestBrowser) =>
    ((await who.send('GET /api-keys')).body as { items: ApiKey[] }).items.map(({ id }) => id);

  expect(await ids(browser)).toEqual([theirs.id]);
  expect(await ids(admin)).toEqual([theirs.id, mine.id]);
  expect((await browser.send(`DELETE /api-keys/${mine.id}`)).status).toBe(404);
  expect((await admin.send(`DELETE /api-keys/${theirs.id}`)).status).toBe(204);
});

test('only administrators make keys for others, such as integration users', async () => {
  const bot = { kind: 'integration', name: 'halo', role: 'operator' };
  const { id: userId } = (await admin.send('POST /users', bot)).body as User;
  const { browser } = await server.logInAs('builder', admin);
  const body = { name: 'for halo', userId };
  expect((await browser.send('POST /api-keys', body)).status).toBe(403);
  expect((await admin.send('POST /api-keys', { ...body, userId: 'nobody' })).status).toBe(404);

  const { key, secret, userName } = (await admin.send('POST /api-keys', body)).body as NewKey;
  expect(userName).toBe('halo');
  expect(await whoIs(`Bearer ${key}:${secret}`)).toBe(200);
});

test('use of a key is noted, at most once a minute', async () => {
  const { id, key, secret } = await make(admin);
  const lastUsed = async () =>
    (
      await server.db
        .selectFrom('api_keys')
        .select('last_used_at')
        .where('id', '=', id)
        .executeTakeFirst()
    )?.last_used_at;
  expect(await lastUsed()).toBeNull();
  await whoIs(`Bearer ${key}:${secret}`);
  const first = await lastUsed();
  expect(first).toBeGreaterThan(0);
  await whoIs(`Bearer ${key}:${secret}`);
  expect(await lastUsed()).toBe(first);
});

async function make(browser: TestBrowser): Promise<NewKey> {
  const { status, body } = await browser.send('POST /api-keys', { name: 'nightly export' });
  expect(status).toBe(201);
  return body as NewKey;
}

/** The status of asking who one is with this `Authorization` header. */
async function whoIs(authorization: string): Promise<number> {
  const headers = { Authorization: authorization };
  return (await server.browser().send('GET /session', undefined, headers)).status;
}
