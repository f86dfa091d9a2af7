import type { Http, HttpReply, HttpRequest } from '@sluice/connector-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../testing/halo-desk.ts';
import { openConnection } from '../testing/open-connection.ts';
import { openHttp } from '../testing/open-http.ts';
import { type Exchange, startReplayServer } from '../testing/replay-server.ts';
import { connection } from './connection.ts';

let desk: HaloDesk;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(() => desk.halo.reset());
afterAll(() => desk.halo.close());

const authorize = (values: Record<string, string>) =>
  connection.authorize({ ...desk.values, ...values }, openHttp());
const trial = (values: Record<string, string> = {}) => {
  const all = { ...desk.values, ...values };
  return connection.test({
    values: all,
    http: openHttp(),
    open: () => openConnection(connection, all),
  });
};

test('the authorisation server is discovered, and the token renewed a minute early', async () => {
  const granted = await authorize({});
  expect(granted.baseUrl).toBe(desk.halo.url);
  expect(granted.headers['authorization']).toMatch(/^Bearer .{20,}$/);
  expect(granted.expiresInSeconds).toBe(3540);
  const { requests } = desk.halo.state;
  expect(requests.map(({ method, path, query }) => `${method} ${path}?${query}`)).toEqual([
    'GET /api/authinfo?',
    'POST /auth/token?tenant=example',
  ]);
});

test('a token that lasts only seconds is still used for half of them', async () => {
  desk.halo.setQuirks({ tokenLifetimeSeconds: 40 });
  expect((await authorize({})).expiresInSeconds).toBe(20);
});

test.each(['', '/', '/api', '/API/', '/api/?x=1#y'])(
  'a resource server that ends with “%s” is understood',
  async (ending) => {
    const granted = await authorize({ resourceServer: `${desk.halo.url}${ending}` });
    expect(granted.baseUrl).toBe(desk.halo.url);
  },
);

test.each(['', '/', '/auth', '/auth/', '/auth/token'])(
  'an authorisation server that ends with “%s” leads to the token',
  async (ending) => {
    const authorisationServer = `${desk.halo.url}${ending}`;
    const granted = await authorize({ authorisationServer, tenant: 'example' });
    expect(granted.headers['authorization']).toBeDefined();
  },
);

test.each([
  [{ clientSecret: 'wrong' }, { code: 'not-authorised', input: 'clientId', status: 401 }],
  [{ scope: 'read:actions' }, { code: 'not-authorised', input: 'scope', status: 400 }],
  [{ tenant: 'nobody' }, { code: 'unavailable', input: 'tenant', status: 500 }],
  [{ resourceServer: 'http://127.0.0.1:1/api' }, { code: 'unavailable' }],
  [{ resourceServer: '' }, { code: 'invalid-input', input: 'resourceServer' }],
  [{ resourceServer: 'ftp://halo.example' }, { code: 'invalid-input', input: 'resourceServer' }],
  [{ resourceServer: 'https://a:b@halo.example' }, { code: 'invalid-input' }],
  [
    { authorisationServer: 'not an address' },
    { code: 'invalid-input', input: 'authorisationServer' },
  ],
])('%j is refused with what to do', async (values, failure) => {
  await expect(authorize(values)).rejects.toMatchObject({
    failure: { ...failure, hint: expect.stringMatching(/\.$/) },
  });
});

const elsewhere: readonly [string, Exchange['answer']][] = [
  ['a web page', { status: 200, body: '<html>Log in</html>' }],
  ['a redirect', { status: 302 }],
  ['nothing at that address', { status: 404 }],
];

test.each(elsewhere)('%s is tried around, and then named', async (_what, answer) => {
  const request = { method: 'POST', path: '/' };
  const server = await startReplayServer([
    { request, answer },
    { request, answer },
  ]);
  try {
    await expect(authorize({ authorisationServer: server.url })).rejects.toMatchObject({
      failure: { code: 'refused', input: 'authorisationServer', status: answer.status },
    });
    expect(server.seen.map(({ path }) => path)).toEqual(['/token', '/auth/token']);
  } finally {
    await server.close();
  }
});

test('a secret is not sent on to an address without encryption', async () => {
  const info = { auth_url: 'http://elsewhere.example/auth' };
  const sent: string[] = [];
  const answering: Http = {
    ...openHttp(),
    send: <Body>({ url }: HttpRequest) => {
      sent.push(url);
      return Promise.resolve({ status: 200, headers: {}, body: info } as HttpReply<Body>);
    },
  };
  const values = { ...desk.values, resourceServer: 'https://halo.example/api' };
  await expect(connection.authorize(values, answering)).rejects.toMatchObject({
    failure: { code: 'refused', input: 'authorisationServer' },
  });
  expect(sent).toEqual(['https://halo.example/api/authinfo']);
});

test('a working connection passes every check and leaves nothing in Halo', async () => {
  const checks = await trial();
  expect(checks.map(({ label, ok }) => `${label}: ${ok}`)).toEqual([
    'Token: true',
    'Read tickets: true',
    'Write tickets: true',
  ]);
  expect(checks[2]?.message).toContain('Nothing was created');
  expect(desk.halo.state.tickets).toEqual([]);
});

test('a token for reading only fails the check of writing, and says which scope is missing', async () => {
  const [token, read, write] = await trial({ scope: 'read:tickets' });
  expect([token?.ok, read?.ok, write?.ok]).toEqual([true, true, false]);
  expect(write?.message).toContain('edit:tickets');
});

test('a token for something else fails the check of reading', async () => {
  const [token, read] = await trial({ scope: 'read:customers' });
  expect([token?.ok, read?.ok]).toEqual([true, false]);
  expect(read?.message).toContain('edit:tickets');
});

test('without a token nothing else is tried', async () => {
  const checks = await trial({ clientSecret: 'wrong' });
  expect(checks.map(({ ok }) => ok)).toEqual([false, false, false]);
  expect(checks[0]?.message).toContain('Client ID and Client Secret');
  expect(desk.halo.state.requests.some(({ path }) => /tickets/i.test(path))).toBe(false);
});

test('the secret is in no message', async () => {
  const checks = await trial({ clientSecret: 'planted-secret' });
  expect(JSON.stringify(checks)).not.toContain('planted-secret');
});

test.each([
  [undefined, 700],
  ['500', 500],
  [0, 700],
])('a budget of %s is %i requests in five minutes', (requestsPerFiveMinutes, requests) => {
  expect(connection.budget?.({ requestsPerFiveMinutes })).toMatchObject({
    requests,
    perSeconds: 300,
  });
});
