import { HttpError, StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { afterEach, expect, test } from 'vitest';
import { openHttp } from '../../testing/open-http.ts';
import { type ReplayServer, startReplayServer } from '../../testing/replay-server.ts';
import { stepCall } from '../../testing/step-call.ts';
import { sendRequest } from './send-request.ts';

let server: ReplayServer | undefined;
afterEach(() => server?.close());

async function send(inputs: Values, status = 200, body: unknown = {}): Promise<Values> {
  server = await startReplayServer([
    { request: { method: '', path: '' }, answer: { status, body } },
  ]);
  const http = openHttp({ baseUrl: server.url, headers: {} });
  return (await sendRequest.run(stepCall({ url: '/things', ...inputs }, { http }))) as Values;
}

const failure = async (sending: Promise<unknown>) => {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StepError);
  return (error as StepError).failure;
};

test('what changes something carries the step’s marker, and what only asks does not', async () => {
  await send({ method: 'post', json: '{}' });
  expect(server?.headers[0]).toMatchObject({
    'idempotency-key': 'sluice-run-1-create',
    'content-type': 'application/json',
  });
  await server?.close();
  await send({});
  expect(server?.seen[0]?.method).toBe('GET');
  expect(server?.headers[0]).not.toHaveProperty('idempotency-key');
});

test('headers of the builder replace ours, and one that comes twice is joined', async () => {
  const header = (name: string, value: unknown) => ({ id: name, name, value });
  const headers = [
    header('Idempotency-Key', 'mine'),
    header('Content-Type', 'application/vnd.desk+json'),
    header('Accept', 'a'),
    header('accept', 'b'),
  ];
  await send({ method: 'POST', json: '{}', headers });
  expect(server?.headers[0]).toMatchObject({
    'idempotency-key': 'mine',
    'content-type': 'application/vnd.desk+json',
    accept: 'a, b',
  });
});

test('long numbers in JSON arrive as they were written', async () => {
  const headers = [{ id: 'a', name: 'content-type', value: 'text/plain' }];
  await send({ method: 'POST', json: '{"id": 12345678901234567890}', headers });
  expect(server?.seen[0]?.body).toBe('{"id": 12345678901234567890}');
});

test('JSON that is none, and two bodies, are not sent', async () => {
  expect(await failure(send({ method: 'POST', json: '{"a": }' }))).toMatchObject({
    code: 'invalid-input',
    input: 'json',
    message: expect.stringMatching(/line 1, column 7/),
  });
  expect(server?.seen).toEqual([]);
  await server?.close();
  expect((await failure(send({ json: '{}', text: 'x' }))).code).toBe('invalid-input');
  expect(server?.seen).toEqual([]);
});

test.each([
  [400, 'refused'],
  [401, 'not-authorised'],
  [404, 'not-found'],
  [429, 'unavailable'],
  [503, 'unavailable'],
])('status %i fails the step as %s, with what the answer said', async (status, code) => {
  const found = await failure(send({}, status, { error: 'No such thing' }));
  expect(found).toMatchObject({ code, status });
  expect(found.hint).toMatch(/No such thing/);
});

test('an answer that may have come too late leaves the outcome unknown', async () => {
  const found = await failure(send({ method: 'POST' }, 502));
  expect(found).toMatchObject({ code: 'unavailable', outcomeUnknown: true });
});

test('any status is an answer when it may be, with its headers', async () => {
  const outputs = await send({ anyStatus: true }, 500, { error: 'broken' });
  expect(outputs).toMatchObject({
    statusCode: 500,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: { error: 'broken' },
  });
});

test('no answer is a failure even where any status would do', async () => {
  const http = openHttp({ baseUrl: 'http://127.0.0.1:1', headers: {} });
  const call = stepCall({ url: '/things', anyStatus: true }, { http });
  await expect(sendRequest.run(call)).rejects.toBeInstanceOf(HttpError);
});

test('only what merely asks may be repeated without a mark', () => {
  const { repeatable } = sendRequest;
  const may = (method?: string) =>
    typeof repeatable === 'function' && repeatable(method === undefined ? {} : { method });
  expect([may(), may('get'), may('HEAD'), may('POST'), may('DELETE')]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
