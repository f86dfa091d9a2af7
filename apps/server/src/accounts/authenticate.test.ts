import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestBrowser, TestServer, administrator } from './test-server.ts';

let server: TestServer;
let admin: TestBrowser;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.setUp();
});
afterEach(() => server.close());

const change = { name: 'made by a foreign page' };

test.each<[string, Record<string, string>]>([
  ['of another site', { Origin: 'https://evil.example' }],
  ['on another port', { Origin: 'http://127.0.0.1:1' }],
  ['without an address', { Origin: 'null' }],
  ['that is not one', { Origin: 'evil' }],
  ['marked as cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['marked as same-site', { 'Sec-Fetch-Site': 'same-site' }],
])('a page %s changes nothing with the cookie', async (_what, headers) => {
  expect((await admin.send('POST /api-keys', change, headers)).status).toBe(403);
  expect((await admin.send('DELETE /session', undefined, headers)).status).toBe(403);
  expect(await admin.whoami()).toBeDefined();
});

test.each<[string, Record<string, string>]>([
  ['our own page', { Origin: 'own', 'Sec-Fetch-Site': 'same-origin' }],
  ['our own page, in a browser that hides its origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['a program', {}],
])('%s may', async (_what, headers) => {
  const origin = headers['Origin'] && { Origin: server.url };
  const answer = await admin.send('POST /api-keys', change, { ...headers, ...origin });
  expect(answer.status).toBe(201);
});

test('a page of another site reads nothing with the cookie either', async () => {
  const headers = { Origin: 'https://evil.example' };
  expect((await admin.send('GET /session', undefined, headers)).status).toBe(403);
});

test('a page of another site cannot log somebody in as somebody else', async () => {
  const { email, password } = administrator;
  const headers = { Origin: 'https://evil.example' };
  const victim = server.browser();
  expect((await victim.send('POST /session', { email, password }, headers)).status).toBe(403);
  expect(victim.cookies.size).toBe(0);
});

test('behind a proxy the public URL is the own address', async () => {
  const proxied = await TestServer.start({ config: { publicUrl: 'https://sluice.example.com' } });
  try {
    const body = { code: proxied.accounts.setupCode, ...administrator, demo: false };
    const send = (origin: string) =>
      proxied.browser().send('POST /setup', body, { Origin: origin });
    expect((await send('http://sluice.example.com')).status).toBe(403);
    expect((await send('https://sluice.example.com')).status).toBe(201);
  } finally {
    await proxied.close();
  }
});

test.each(['', 'x', 'a'.repeat(43), '"; drop', 'a'.repeat(5000)])(
  'a made-up cookie opens nothing: %j',
  async (token) => {
    const browser = server.browser();
    browser.cookies.set('sluice_session', token);
    expect((await browser.send('GET /session')).status).toBe(401);
  },
);
