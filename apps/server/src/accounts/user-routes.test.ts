import { type Role, type User, may, roles } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeApi } from '../http/openapi.ts';
import { type TestBrowser, TestServer, password } from './test-server.ts';

let server: TestServer;
let admin: TestBrowser;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.setUp();
});
afterEach(() => server.close());

test.each(roles)(
  'a route is open to %s exactly when the role carries its permission',
  async (role) => {
    const { browser } = await server.logInAs(role, admin);
    for (const { method, path, access } of server.accounts.routes) {
      if (access === 'public') continue;
      const answer = await browser.send(`${method} ${path.replace('{id}', 'nobody')}`);
      const open = access === 'session' || may(role, access);
      expect([`${method} ${path}`, answer.status === 403]).toEqual([`${method} ${path}`, !open]);
    }
  },
);

test('without a session every route that is not public answers 401', async () => {
  for (const { method, path, access } of server.accounts.routes) {
    if (access === 'public') continue;
    const answer = await server.browser().send(`${method} ${path.replace('{id}', 'x')}`);
    expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 401]);
  }
});

test('a user shows neither the password nor its hash, to nobody', async () => {
  const { status, body } = await admin.send('GET /users');
  expect(status).toBe(200);
  expect(Object.keys((body as { items: User[] }).items[0] ?? {}).toSorted()).toEqual([
    'createdAt',
    'disabled',
    'email',
    'id',
    'kind',
    'name',
    'role',
  ]);
});

test.each([
  ['id', 'chosen'],
  ['password_hash', 'x'],
  ['passwordHash', 'x'],
  ['disabled', false],
  ['createdAt', '2020-01-01T00:00:00Z'],
])('a new user cannot bring a %s', async (field, value) => {
  expect((await admin.send('POST /users', { ...builder, [field]: value })).status).toBe(400);
});

test.each([
  ['id', 'chosen'],
  ['email', 'other@example.com'],
  ['kind', 'integration'],
  ['password_hash', 'x'],
])('the %s of a user cannot be changed', async (field, value) => {
  const id = await add(builder);
  expect((await admin.send(`PATCH /users/${id}`, { [field]: value })).status).toBe(400);
});

test('nobody but an administrator raises anybody, themselves included', async () => {
  for (const role of ['viewer', 'operator', 'builder'] as const) {
    const { browser, user } = await server.logInAs(role, admin);
    expect((await browser.send(`PATCH /users/${user.id}`, { role: 'admin' })).status).toBe(403);
    expect((await browser.send('POST /users', { ...builder, role: 'admin' })).status).toBe(403);
    expect((await browser.whoami())?.role).toBe(role);
  }
});

test.each([
  ['disabled', (id: string) => admin.send(`PATCH /users/${id}`, { disabled: true })],
  ['demoted', (id: string) => admin.send(`PATCH /users/${id}`, { role: 'builder' })],
  ['deleted', (id: string) => admin.send(`DELETE /users/${id}`)],
])('the last administrator cannot be %s', async (_what, change) => {
  const id = (await admin.whoami())?.id ?? '';
  await add({ kind: 'integration', name: 'robot', role: 'admin' });
  const spare = await add({ ...builder, role: 'admin' });
  await admin.send(`PATCH /users/${spare}`, { disabled: true });

  expect((await change(id)).status).toBe(409);
  await admin.send(`PATCH /users/${spare}`, { disabled: false });
  expect((await change(id)).status).toBeLessThan(300);
});

test('two administrators who demote each other at the same moment leave one', async () => {
  const first = (await admin.whoami())?.id ?? '';
  const { browser, user } = await server.logInAs('admin', admin);
  const answers = await Promise.all([
    admin.send(`PATCH /users/${user.id}`, { role: 'viewer' }),
    browser.send(`PATCH /users/${first}`, { role: 'viewer' }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('an administrator changes their own password by naming the current one, not as a user', async () => {
  const id = (await admin.whoami())?.id ?? '';
  expect((await admin.send(`PATCH /users/${id}`, { password: 'taken over' })).status).toBe(403);
});

test('an e-mail, and the name of an integration user, is given once', async () => {
  await add(builder);
  const again = { ...builder, email: builder.email.toUpperCase() };
  expect((await admin.send('POST /users', again)).status).toBe(409);

  const bot = { kind: 'integration', name: 'halo', role: 'operator' };
  await add(bot);
  expect((await admin.send('POST /users', bot)).status).toBe(409);
  const other = await add({ ...bot, name: 'other' });
  expect((await admin.send(`PATCH /users/${other}`, { name: 'halo' })).status).toBe(409);
});

test.each(['a:b', 'ada@example.com', '', ' ', 'a\nb', 'a\u202eb'])(
  'an integration user cannot be named %j',
  async (name) => {
    const bot = { kind: 'integration', name, role: 'viewer' };
    expect((await admin.send('POST /users', bot)).status).toBe(400);
    const id = await add({ ...bot, name: 'bot' });
    expect((await admin.send(`PATCH /users/${id}`, { name })).status).toBe(400);
  },
);

test('a user who is not there is told so', async () => {
  expect((await admin.send('PATCH /users/nobody', { name: 'x' })).status).toBe(404);
  expect((await admin.send('DELETE /users/nobody')).status).toBe(404);
});

test('what is done to users is in the audit log, newest first, and never a password', async () => {
  const id = await add(builder);
  await admin.send(`PATCH /users/${id}`, { role: 'viewer', password: 'another password' });
  await admin.send(`DELETE /users/${id}`);

  const { body } = await admin.send('GET /audit?limit=2');
  expect(body).toMatchObject({
    items: [
      { action: 'user.deleted', actor: 'Ada Lovelace <ada@example.com>' },
      {
        action: 'user.changed',
        subject: 'Grace <grace@example.com>',
        detail: 'role: builder to viewer, new password',
      },
    ],
  });
  const { cursor } = body as { cursor: string };
  const rest = (await admin.send(`GET /audit?cursor=${cursor}`)).body as { items: object[] };
  expect(rest.items).toMatchObject([{ action: 'user.created' }, { action: 'user.created' }]);
  expect(JSON.stringify([body, rest])).not.toMatch(/password [a-z]|another password/);
});

test('the routes can be described', () => {
  expect(JSON.stringify(describeApi(server.accounts.routes, 'http://localhost'))).toContain(
    '/api/v1/users/{id}',
  );
});

const builder = {
  kind: 'person',
  name: 'Grace',
  email: 'grace@example.com',
  password,
  role: 'builder' as Role,
};

async function add(user: object): Promise<string> {
  const { status, body } = await admin.send('POST /users', user);
  expect(status).toBe(201);
  return (body as User).id;
}
