import { parseOptions } from '@node-rs/argon2';
import type { Session, User } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestBrowser, TestServer, administrator, password } from './test-server.ts';

let server: TestServer;
let admin: TestBrowser;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.setUp();
});
afterEach(() => server.close());

const { email } = administrator;
const hour = 60 * 60 * 1000;

test('the cookie cannot be read by scripts and goes to no other site', async () => {
  const [cookie] = (await logIn(server.browser())).headers.getSetCookie();
  expect(cookie).toMatch(/^sluice_session=[\w-]{43};/);
  expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
});

test('with an HTTPS address the cookie is never sent in clear', async () => {
  const secure = await TestServer.start({ config: { publicUrl: 'https://sluice.example.com' } });
  try {
    await secure.setUp();
    const cookies = (await logIn(secure.browser())).headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toContain('; Secure');
  } finally {
    await secure.close();
  }
});

test('e-mails are the same in any case', async () => {
  expect((await logIn(server.browser(), { email: ' ADA@Example.com ' })).status).toBe(200);
});

test('whether somebody exists cannot be told from a refusal', async () => {
  const wrongPassword = await logIn(server.browser(), { password: 'wrong' });
  const nobody = await logIn(server.browser(), { email: 'nobody@example.com' });
  expect(wrongPassword.status).toBe(401);
  expect(nobody.status).toBe(401);
  expect(nobody.body).toEqual(wrongPassword.body);
});

test('passwords are kept as argon2id hashes', async () => {
  const { password_hash: hash } = await server.db
    .selectFrom('users')
    .select('password_hash')
    .executeTakeFirstOrThrow();
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(parseOptions(hash ?? '')).toMatchObject({ memoryCost: 19_456, timeCost: 2, saltLen: 16 });
});

test('the token is not in the database', async () => {
  const token = admin.cookies.get('sluice_session') ?? '';
  const rows = await server.db.selectFrom('sessions').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('logging in anew gives a new token and ends the old one', async () => {
  const stolen = copyOf(admin);
  await logIn(admin);
  expect(await admin.whoami()).toBeDefined();
  expect(await stolen.whoami()).toBeUndefined();
});

test('logging out ends the session on the server', async () => {
  const stolen = copyOf(admin);
  expect((await admin.send('DELETE /session')).status).toBe(204);
  expect(admin.cookies.has('sluice_session')).toBe(false);
  expect((await stolen.send('GET /session')).status).toBe(401);
});

test('a session ends after twelve hours without use', async () => {
  await age({ last_seen_at: Date.now() - 12 * hour + 60_000 });
  expect(await admin.whoami()).toBeDefined();
  await age({ last_seen_at: Date.now() - 12 * hour });
  expect(await admin.whoami()).toBeUndefined();
});

test('a session ends after seven days however much it is used', async () => {
  await age({ expires_at: Date.now() - 1 });
  expect(await admin.whoami()).toBeUndefined();
});

test('use is noted at most once a minute', async () => {
  const recently = Date.now() - 30_000;
  await age({ last_seen_at: recently });
  await admin.whoami();
  expect(await lastSeen()).toBe(recently);

  await age({ last_seen_at: Date.now() - 61_000 });
  const { body } = await admin.send('GET /session');
  expect(Date.now() - (await lastSeen())).toBeLessThan(10_000);
  expect(Date.parse((body as Session).expiresAt)).toBe((await lastSeen()) + 12 * hour);
});

test('sessions that ended are cleared away', async () => {
  await age({ last_seen_at: Date.now() - 13 * hour });
  await logIn(server.browser());
  expect(await server.db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
});

test('changing the password ends every other session', async () => {
  const elsewhere = server.browser();
  await logIn(elsewhere);
  const body = { current: administrator.password, next: 'difference engine' };
  expect((await admin.send('POST /session/password', body)).status).toBe(204);

  expect(await admin.whoami()).toBeDefined();
  expect(await elsewhere.whoami()).toBeUndefined();
  expect((await logIn(elsewhere)).status).toBe(401);
  expect((await logIn(elsewhere, { password: 'difference engine' })).status).toBe(200);
});

test('changing the password takes the current one', async () => {
  const body = { current: 'wrong', next: 'difference engine' };
  expect((await admin.send('POST /session/password', body)).status).toBe(403);
  expect((await admin.send('POST /session/password', { ...body, next: 'short' })).status).toBe(400);
});

test.each([
  ['disabled', (id: string) => admin.send(`PATCH /users/${id}`, { disabled: true })],
  ['deleted', (id: string) => admin.send(`DELETE /users/${id}`)],
  [
    'given a new password',
    (id: string) => admin.send(`PATCH /users/${id}`, { password: 'another password' }),
  ],
])('a user who is %s is logged out at once', async (_what, change) => {
  const { browser, user } = await server.logInAs('builder', admin);
  expect(await browser.whoami()).toBeDefined();
  expect((await change(user.id)).status).toBeLessThan(300);
  expect(await browser.whoami()).toBeUndefined();
});

test('a disabled user cannot log in', async () => {
  const { browser, user } = await server.logInAs('viewer', admin);
  await admin.send(`PATCH /users/${user.id}`, { disabled: true });
  expect((await logIn(browser, { email: 'viewer@example.com', password })).status).toBe(401);
});

test('a new role counts from the next request on', async () => {
  const { browser, user } = await server.logInAs('viewer', admin);
  await admin.send(`PATCH /users/${user.id}`, { role: 'admin' });
  expect((await browser.send('GET /audit')).status).toBe(200);
  await admin.send(`PATCH /users/${user.id}`, { role: 'viewer' });
  expect((await browser.send('GET /audit')).status).toBe(403);
});

test('an integration user cannot log in to the screens, whatever it calls itself', async () => {
  const bot = { kind: 'integration', name: 'halo', password, role: 'operator' };
  expect((await admin.send('POST /users', bot)).status).toBe(201);
  expect((await logIn(server.browser(), { email: 'halo', password })).status).toBe(401);
  expect((await logIn(server.browser(), { email: '', password })).status).toBe(401);
  expect(await server.accounts.verifyPassword('halo', password, '192.0.2.1')).toBeDefined();
});

test('a session of an integration user, however it came about, opens nothing', async () => {
  const bot = { kind: 'integration', name: 'halo', role: 'admin' };
  const { id } = (await admin.send('POST /users', bot)).body as User;
  await server.db.updateTable('sessions').set({ user_id: id }).execute();
  expect(await admin.whoami()).toBeUndefined();
});

test('guessing is slowed down, and the browser that was logged in before is not kept out', async () => {
  const stranger = server.browser();
  const guesses = Array.from({ length: 12 }, () => logIn(stranger, { password: 'wrong' }));
  const refused = (await Promise.all(guesses)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);

  expect((await logIn(stranger)).status).toBe(429);
  await admin.send('DELETE /session');
  expect((await logIn(admin)).status).toBe(200);
});

test('the proof of a known browser is worth nothing for another account', async () => {
  await server.logInAs('viewer', admin);
  const thief = copyOf(admin);
  const guess = { email: 'viewer@example.com', password: 'wrong' };
  for (let i = 0; i < 10; i += 1) await logIn(server.browser(), guess);
  expect((await logIn(thief, guess)).status).toBe(429);
});

function logIn(browser: TestBrowser, changes: { email?: string; password?: string } = {}) {
  return browser.send('POST /session', { email, password: administrator.password, ...changes });
}

function copyOf(browser: TestBrowser): TestBrowser {
  const copy = server.browser();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}

async function age(times: { last_seen_at?: number; expires_at?: number }): Promise<void> {
  await server.db.updateTable('sessions').set(times).execute();
}

async function lastSeen(): Promise<number> {
  const row = await server.db.selectFrom('sessions').select('last_seen_at').executeTakeFirst();
  return row?.last_seen_at ?? 0;
}
