import type { Session } from '@sluice/schema';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createAccounts } from './create-accounts.ts';
import { TestServer, administrator } from './test-server.ts';

let server: TestServer;
afterEach(() => server.close());

test('the first user sets up with the code and is logged in as administrator', async () => {
  server = await TestServer.start();
  expect(await server.accounts.setupNeeded()).toBe(true);
  expect((await server.browser().send('GET /setup')).body).toEqual({ needed: true });

  const browser = await server.setUp();

  expect(await browser.whoami()).toMatchObject({ email: 'ada@example.com', role: 'admin' });
  expect((await server.browser().send('GET /setup')).body).toEqual({ needed: false });
  expect(await server.accounts.setupNeeded()).toBe(false);
});

test('the code may be typed in small letters and without hyphens', async () => {
  server = await TestServer.start();
  const code = server.accounts.setupCode.toLowerCase().replaceAll('-', '');
  expect(await setUp({ code })).toBe(201);
});

test('without the right code nothing is set up', async () => {
  server = await TestServer.start();
  for (const code of ['', 'AAAA-AAAA-AAAA', server.accounts.setupCode.slice(0, -1)]) {
    expect(await setUp({ code })).toBe(403);
  }
  expect(await server.accounts.setupNeeded()).toBe(true);
});

test('guessing the code is slowed down', async () => {
  server = await TestServer.start();
  const answers = await Promise.all(Array.from({ length: 15 }, () => setUp({ code: 'WRONG' })));
  expect(answers.filter((status) => status === 403)).toHaveLength(10);
  expect(answers.filter((status) => status === 429)).toHaveLength(5);
});

test('the code is worth nothing once there is an administrator', async () => {
  server = await TestServer.start();
  await server.setUp();
  expect(await setUp({ email: 'mallory@example.com' })).toBe(409);
  expect(await users()).toEqual(['ada@example.com']);
});

test('of several set-ups at the same moment exactly one succeeds', async () => {
  server = await TestServer.start();
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => setUp({ email: `${name}@example.com` })),
  );
  expect(answers.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  expect(await users()).toHaveLength(1);
});

test('a new start has a new code', async () => {
  server = await TestServer.start();
  const options = {
    db: server.db,
    config: {},
    logger: pino({ level: 'silent' }),
    deriveKey: () => Buffer.alloc(32),
  };
  expect(createAccounts(options).setupCode).not.toBe(server.accounts.setupCode);
  expect(server.accounts.setupCode).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
});

test('a set-up cannot choose its role or anything else', async () => {
  server = await TestServer.start();
  expect(await setUp({ role: 'admin' })).toBe(400);
  expect(await setUp({ id: 'chosen' })).toBe(400);
});

test('the demo is made when it is asked for, and a demo that fails does not undo the set-up', async () => {
  let made = 0;
  server = await TestServer.start({
    createDemo: async () => {
      made += 1;
      throw new Error('no simulator');
    },
    demoUrl: () => 'http://127.0.0.1:9/',
  });
  const browser = server.browser();
  const body = { code: server.accounts.setupCode, ...administrator, demo: true };
  const answer = await browser.send('POST /setup', body);
  expect(answer.status).toBe(201);
  expect((answer.body as Session).demoUrl).toBe('http://127.0.0.1:9/');
  expect(made).toBe(1);
});

test('the configuration can name the administrator instead', async () => {
  const admin = { email: 'root@example.com', password: 'correct horse' };
  server = await TestServer.start({ config: { admin } });
  await server.accounts.ensureAdministrator();

  expect(await server.accounts.setupNeeded()).toBe(false);
  const { status, body } = await server.browser().send('POST /session', admin);
  expect(status).toBe(200);
  expect(body).toMatchObject({ user: { role: 'admin' } });
});

test('a password changed in the screens survives a restart with the configured one', async () => {
  const admin = { email: 'root@example.com', password: 'correct horse' };
  server = await TestServer.start({ config: { admin } });
  await server.accounts.ensureAdministrator();
  const browser = server.browser();
  await browser.send('POST /session', admin);
  await browser.send('POST /session/password', {
    current: admin.password,
    next: 'battery staple',
  });

  await server.accounts.ensureAdministrator();

  expect((await browser.send('POST /session', admin)).status).toBe(401);
  expect(await users()).toHaveLength(1);
});

async function setUp(changes: Record<string, unknown>): Promise<number> {
  const body = { code: server.accounts.setupCode, ...administrator, demo: false, ...changes };
  return (await server.browser().send('POST /setup', body)).status;
}

async function users(): Promise<(string | null)[]> {
  const rows = await server.db.selectFrom('users').select('email').execute();
  return rows.map((row) => row.email);
}
