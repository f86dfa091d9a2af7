import { StepError } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { openConnection } from '../testing/open-connection.ts';
import { openHttp } from '../testing/open-http.ts';
import { startReplayServer } from '../testing/replay-server.ts';
import { connection } from './connection.ts';

const baseUrl = 'https://desk.example/v1/';
const authorize = async (values: Record<string, string>) =>
  connection.authorize({ baseUrl, ...values }, openHttp());

test.each([
  [{ authentication: 'none' }, {}],
  [
    { authentication: 'basic', username: 'ada', password: 'é:x' },
    { authorization: `Basic ${Buffer.from('ada:é:x').toString('base64')}` },
  ],
  [{ authentication: 'bearer', token: ' t-1 ' }, { authorization: 'Bearer t-1' }],
  [{ authentication: 'header', headerName: 'X-Api-Key', headerValue: 'k' }, { 'x-api-key': 'k' }],
])('%j becomes the right headers', async (values, headers) => {
  expect(await authorize(values)).toEqual({ baseUrl: 'https://desk.example/v1', headers });
});

test.each<[Record<string, string>, string]>([
  [{ authentication: 'basic' }, 'username'],
  [{ authentication: 'basic', username: 'a:b' }, 'username'],
  [{ authentication: 'bearer' }, 'token'],
  [{ authentication: 'header', headerName: 'X-Key' }, 'headerValue'],
  [{ baseUrl: 'ftp://desk.example' }, 'baseUrl'],
  [{ baseUrl: 'desk.example' }, 'baseUrl'],
  [{ baseUrl: 'https://ada:x@desk.example' }, 'baseUrl'],
  [{ baseUrl: 'https://desk.example/?key=1' }, 'baseUrl'],
])('%j names the field at fault', async (values, input) => {
  const error: unknown = await authorize(values).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StepError);
  expect((error as StepError).failure).toMatchObject({ code: 'invalid-input', input });
});

test.each([
  [200, [true, true]],
  [401, [true, false]],
  [404, [true, true]],
  [500, [false, false]],
])('a test that is answered with status %i says so', async (status, expected) => {
  const server = await startReplayServer([
    { request: { method: 'GET', path: '/v1/me' }, answer: { status, body: {} } },
  ]);
  const values = {
    baseUrl: `${server.url}/v1`,
    authentication: 'bearer',
    token: 't',
    testPath: 'me',
  };
  const open = () => openConnection(connection, values);
  const checks = await connection.test({ values, http: openHttp(), open });
  expect(checks.map(({ ok }) => ok)).toEqual(expected);
  expect(server.seen[0]?.path).toBe('/v1/me');
  expect(server.headers[0]?.authorization).toBe('Bearer t');
  await server.close();
});

test('a test that reaches nothing fails', async () => {
  const server = await startReplayServer([]);
  await server.close();
  const values = { baseUrl: server.url };
  const open = () => openConnection(connection, values);
  expect(await connection.test({ values, http: openHttp(), open })).toMatchObject([{ ok: false }]);
});
