import type { ApiKey, User } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestBrowser, TestServer, administrator, password } from './test-server.ts';

let server: TestServer;
let admin: TestBrowser;
let bot: User;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.setUp();
  const body = { kind: 'integration', name: 'Halo', password, role: 'operator' };
  bot = (await admin.send('POST /users', body)).body as User;
});
afterEach(() => server.close());

const here = '192.0.2.1';

test('people are known by e-mail, integration users by name', async () => {
  expect(
    await server.accounts.verifyPassword('ADA@example.com', administrator.password, here),
  ).toMatchObject({
    role: 'admin',
  });
  expect(await server.accounts.verifyPassword('Halo', password, here)).toMatchObject({
    id: bot.id,
  });
  expect(await server.accounts.verifyPassword('halo', password, here)).toBeUndefined();
  expect(
    await server.accounts.verifyPassword('Ada Lovelace', administrator.password, here),
  ).toBeUndefined();
  expect(
    await server.accounts.verifyPassword('Halo', administrator.password, here),
  ).toBeUndefined();
  expect(await server.accounts.verifyPassword('Halo', '', here)).toBeUndefined();
});

test('an integration user without a password has none that fits', async () => {
  await admin.send('POST /users', { kind: 'integration', name: 'keys only', role: 'operator' });
  expect(await server.accounts.verifyPassword('keys only', '', here)).toBeUndefined();
});

// A thousand hashes would take longer than a test may.
test('a password that was right once is not hashed again, even for thousands at the same moment', async () => {
  const users = await Promise.all(
    Array.from({ length: 4000 }, () => server.accounts.verifyPassword('Halo', password, here)),
  );
  expect(users.every((user) => user?.id === bot.id)).toBe(true);
});

test.each([
  ['disabled', { disabled: true }],
  ['given a new password', { password: 'another password' }],
])('a remembered password is forgotten when the user is %s', async (_what, change) => {
  expect(await server.accounts.verifyPassword('Halo', password, here)).toBeDefined();
  await admin.send(`PATCH /users/${bot.id}`, change);
  expect(await server.accounts.verifyPassword('Halo', password, here)).toBeUndefined();
});

test('guessing is slowed down at one address, and the right password still works at another', async () => {
  const guesses = Array.from({ length: 12 }, (_, i) =>
    server.accounts.verifyPassword('Halo', `guess ${i}`, here),
  );
  const refused = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);

  await expect(server.accounts.verifyPassword('Halo', password, here)).rejects.toMatchObject({
    status: 429,
  });
  expect(await server.accounts.verifyPassword('Halo', password, '192.0.2.2')).toBeDefined();
  // Known to be right by now, so it costs no check and no count.
  expect(await server.accounts.verifyPassword('Halo', password, here)).toBeDefined();
});

test.each<[string, (client: Client) => RequestInit]>([
  ['a form', ({ id, secret }) => ({ body: new URLSearchParams(fields(id, secret)) })],
  [
    'JSON',
    ({ id, secret }) => ({
      body: JSON.stringify(fields(id, secret)),
      headers: { 'Content-Type': 'application/json' },
    }),
  ],
  [
    'Basic',
    ({ id, secret }) => ({
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    }),
  ],
])('a client gets a token for its key and secret in %s', async (_form, request) => {
  const response = await askToken(request(await client()));
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.body).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 3600,
  });
  const { access_token: token } = response.body as { access_token: string };
  expect(await server.accounts.verifyToken(token)).toMatchObject({ id: bot.id });
});

test('token requests that are wrong are told so as OAuth clients expect', async () => {
  const { id, secret } = await client();
  const form = (body: Record<string, string>) => askToken({ body: new URLSearchParams(body) });
  expect(await form(fields(id, 'sls_wrong'))).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect(await form(fields('slk_none', secret))).toMatchObject({ status: 401 });
  expect(await form({ grant_type: 'client_credentials' })).toMatchObject({ status: 401 });
  expect(await form({ ...fields(id, secret), grant_type: 'password' })).toMatchObject({
    status: 400,
    body: { error: 'unsupported_grant_type' },
  });
  const twice = new URLSearchParams([...Object.entries(fields(id, secret)), ['client_id', id]]);
  expect(await askToken({ body: twice })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
  expect(await askToken({})).toMatchObject({ status: 400 });
});

test('a forged, altered or foreign token is nobody', async () => {
  const token = await freshToken();
  const [claims = '', mark = ''] = token.slice(4).split('.');
  const later = Buffer.from(JSON.stringify(['x', 9e12])).toString('base64url');
  for (const bad of [
    '',
    'slt_',
    token.slice(0, -1),
    `slt_${later}.${mark}`,
    `slt_${claims}.${'A'.repeat(43)}`,
    claims,
  ]) {
    expect(await server.accounts.verifyToken(bad)).toBeUndefined();
  }
  const other = await TestServer.start({ deriveKey: () => Buffer.alloc(32, 1) });
  expect(await other.accounts.verifyToken(token)).toBeUndefined();
  await other.close();
});

test.each([
  [
    'its key is deleted',
    async () => {
      const { body } = await admin.send('GET /api-keys');
      for (const { id } of (body as { items: ApiKey[] }).items)
        await admin.send(`DELETE /api-keys/${id}`);
    },
  ],
  ['its user is disabled', () => admin.send(`PATCH /users/${bot.id}`, { disabled: true })],
])('a token ends when %s', async (_when, change) => {
  const token = await freshToken();
  expect(await server.accounts.verifyToken(token)).toBeDefined();
  await change();
  expect(await server.accounts.verifyToken(token)).toBeUndefined();
});

test('who listens hears of every user whose rights changed or who logged out', async () => {
  const heard: string[] = [];
  const stop = server.accounts.onAccessChange((userId) => heard.push(userId));
  await admin.send(`PATCH /users/${bot.id}`, { role: 'viewer' });
  const { browser, user } = await server.logInAs('viewer', admin);
  await browser.send('DELETE /session');
  stop();
  await admin.send(`DELETE /users/${bot.id}`);
  expect(heard).toEqual([bot.id, user.id]);
  expect(await server.accounts.userById(bot.id)).toBeUndefined();
});

interface Client {
  readonly id: string;
  readonly secret: string;
}

async function client(): Promise<Client> {
  const { body } = await admin.send('POST /api-keys', { name: 'oauth', userId: bot.id });
  const { key, secret } = body as ApiKey & { secret: string };
  return { id: key, secret };
}

function fields(id: string, secret: string): Record<string, string> {
  return { grant_type: 'client_credentials', client_id: id, client_secret: secret };
}

async function askToken(init: RequestInit) {
  const url = `${server.url}/api/integration/1/oauth/token`;
  const response = await fetch(url, { method: 'POST', ...init });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function freshToken(): Promise<string> {
  const { id, secret } = await client();
  const { body } = await askToken({ body: new URLSearchParams(fields(id, secret)) });
  return (body as { access_token: string }).access_token;
}
