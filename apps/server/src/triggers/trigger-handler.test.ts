import { gzipSync } from 'node:zlib';
import type { SignalDetail } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { sendRaw } from '../testing/send-raw.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let flow: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start({ env: { SLUICE_BODY_LIMIT: '2097152' } });
  flow = await sluice.publish(drawHaloFlow());
});
afterAll(() => sluice.close());

test('a signal is answered 202 with the id of its run', async () => {
  const answer = await sluice.post(flow.url, ticketEvent());
  expect(answer.status).toBe(202);
  expect(answer.body).toEqual({ requestId: expect.stringMatching(/^[0-9a-z]{26}$/) });
  expect(await sluice.runOver(answer.body.requestId)).toMatchObject({ status: 'succeeded' });
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is answered 405 with what is allowed, and recorded',
  async (method) => {
    const response = await fetch(flow.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await lastRefusal()).toMatchObject({ statusCode: 405, reason: expect.any(String) });
  },
);

test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])(
  '%s does not change the method',
  async (name) => {
    const get = await fetch(flow.url, { headers: { [name]: 'POST' } });
    expect(get.status).toBe(400);
    expect((await sluice.post(flow.url, ticketEvent(), { [name]: 'DELETE' })).status).toBe(400);
  },
);

test('an id that is shortened, lengthened, in capitals or encoded twice is unknown', async () => {
  const id = /functions\/(\w+)/.exec(flow.url)?.[1] ?? '';
  const twice = Array.from(id, (each) => `%25${each.charCodeAt(0).toString(16)}`).join('');
  const others = [id.slice(1), id.slice(0, -1), `${id}0`, id.toUpperCase(), twice, `${id}%00`];
  for (const other of [...others, `${id}%20`, '..', '%2e%2e%2f', 'x'.repeat(5000)]) {
    const { status } = await sluice.post(flow.url.replace(id, other), ticketEvent());
    expect([other, status]).toEqual([other, 404]);
  }
});

test('an address that is not properly encoded is 400, with the headers of every answer', async () => {
  const answer = await sendRaw(flow.url, post('/api/integration/1/functions/%zz/triggers', '{}'));
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/i);
});

test.each([
  ['text/plain', 415],
  ['text/html', 415],
  ['application/xml', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/jsonx', 415],
  ['application/json, text/plain', 415],
  ['<script>alert(1)</script>', 415],
  ['application/json; charset=utf-8', 202],
  ['APPLICATION/JSON', 202],
  ['application/cloudevents+json', 202],
])('a body of the type %s is answered %i', async (type, status) => {
  expect((await sluice.post(flow.url, ticketEvent(), { 'Content-Type': type })).status).toBe(
    status,
  );
});

test('a body without a type is read as JSON, and of two types the first counts', async () => {
  const body = JSON.stringify(ticketEvent());
  const path = flow.url.slice(sluice.url.length);
  expect(await sendRaw(flow.url, post(path, body))).toMatch(/^HTTP\/1.1 202 /);
  const types = 'Content-Type: application/json\r\nContent-Type: text/plain\r\n';
  expect(await sendRaw(flow.url, post(path, body, types))).toMatch(/^HTTP\/1.1 202 /);
  const reversed = 'Content-Type: text/plain\r\nContent-Type: application/json\r\n';
  expect(await sendRaw(flow.url, post(path, body, reversed))).toMatch(/^HTTP\/1.1 415 /);
});

test('a form is read as its fields', async () => {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const { body } = await sluice.post(flow.url, 'summary=Disk+full&id=77', type);
  const run = await sluice.runOver(body.requestId);
  expect(run.triggerOutputs).toMatchObject({ summary: 'Disk full', ticketId: 77 });
});

test('a body over the limit is 413 before all of it was sent', async () => {
  const large = JSON.stringify({ summary: 'x'.repeat(2_097_152) });
  const answer = await sluice.post(flow.url, large);
  expect(answer.status).toBe(413);
  expect(await lastRefusal()).toMatchObject({ statusCode: 413 });

  const path = flow.url.slice(sluice.url.length);
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`;
  const chunk = `${(1 << 20).toString(16)}\r\n${'x'.repeat(1 << 20)}\r\n`;
  expect(await sendRaw(flow.url, head + chunk + chunk + chunk)).toMatch(/^HTTP\/1.1 413 /);
});

test('a length that lies about the body is refused', async () => {
  const path = flow.url.slice(sluice.url.length);
  const body = JSON.stringify(ticketEvent());
  const head = (length: string | number) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
  expect(await sendRaw(flow.url, head(body.length - 3) + body)).toMatch(/^HTTP\/1.1 400 /);
  for (const length of ['-1', 'abc', '1, 2', '0x10']) {
    expect(await sendRaw(flow.url, head(length) + body)).toMatch(/^HTTP\/1.1 400 /);
  }
  const smuggled = head(4).replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n');
  expect(await sendRaw(flow.url, `${smuggled}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
});

test('a compressed body is 415, however small it claims to be', async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000, 32));
  for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip', 'unknown']) {
    const { status } = await sluice.post(flow.url, bomb, { 'Content-Encoding': encoding });
    expect([encoding, status]).toEqual([encoding, 415]);
  }
  const plain = await sluice.post(flow.url, ticketEvent(), { 'Content-Encoding': 'identity' });
  expect(plain.status).toBe(202);
});

test.each([
  ['nothing', ''],
  ['white space', ' \n'],
  ['half a document', '{"summary":'],
  ['two documents', '{}{}'],
  ['a comment', '{"a":1 /* no */}'],
  ['NaN', '{"a":NaN}'],
  ['a raw NUL', '{"a":"\u0000"}'],
  ['a list of nothing', '[]'],
  ['lists 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['objects 65 deep', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
  ['200,000 values', `[${'0,'.repeat(200_000)}0]`],
  ['bytes that are not UTF-8', Buffer.from('7b2261223a22ff227d', 'hex')],
  ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le')],
])('%s is 400, and recorded with a reason', async (_what, body) => {
  const answer = await sluice.post(flow.url, body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const refused = await lastRefusal();
  expect(refused).toMatchObject({ outcome: 'rejected', statusCode: 400, flowId: flow.id });
  expect(refused?.reason).toMatch(/^The body .*\.$/);
});

test.each([
  ['text', '"just text"'],
  ['a number', '42'],
  ['null', 'null'],
  ['an unknown shape', '{"hello":"world"}'],
  ['objects 60 deep', `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`],
])('%s is accepted, and the signal says what could not be read', async (_what, body) => {
  const { status, body: answer } = await sluice.post(flow.url, body);
  expect(status).toBe(202);
  const [signal] = await sluice.signals(`flowId=${flow.id}&limit=1`);
  expect(signal).toMatchObject({ requestId: answer.requestId, reason: expect.any(String) });
});

test('of a key given twice the last value counts', async () => {
  const body = '{"id":"d-twice","ticket":{"summary":"first","summary":"second"}}';
  const run = await sluice.runOver((await sluice.post(flow.url, body)).body.requestId);
  expect(run.triggerOutputs['summary']).toBe('second');
});

test('NUL and half characters in JSON arrive without harm', async () => {
  const body = String.raw`{"id":"d-odd","ticket":{"id":9,"summary":"a\u0000b\ud800c"}}`;
  const { body: answer } = await sluice.post(flow.url, body);
  const run = await sluice.runOver(answer.requestId);
  expect(run.triggerOutputs['summary']).toBe('a\u0000b\ud800c');
  const [signal] = await sluice.signals(`flowId=${flow.id}&limit=1`);
  expect(signal?.title).toMatch(/^#9 a b.c$/);
  expect((await detailOf(signal?.id ?? '')).payload).toBe(body);
});

test('a payload cannot reach the prototype of objects', async () => {
  const body =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"ticket":{"__proto__":{"summary":"polluted"}}}';
  const run = await sluice.runOver((await sluice.post(flow.url, body)).body.requestId);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(run.triggerOutputs['summary']).toBeNull();
  const query = '&__proto__=1&constructor=2&__proto__[polluted]=3';
  expect((await sluice.post(flow.url + query, ticketEvent())).status).toBe(202);
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  await sluice.post(flow.url, '__proto__=1&__proto__[polluted]=1&constructor[prototype]=2', form);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('line breaks in a summary stay out of the title, and nothing reaches the headers', async () => {
  const summary = 'first\r\nSet-Cookie: evil=1\r\n\r\n{"level":60}';
  const answer = await sluice.post(flow.url, ticketEvent({ id: 1, summary }));
  expect([...answer.headers.keys()]).not.toContain('set-cookie');
  const [signal] = await sluice.signals(`flowId=${flow.id}&limit=1`);
  expect(signal?.title).toBe('#1 first Set-Cookie: evil=1 {"level":60}');
});

test('a forged host or forwarding header changes no address', async () => {
  const path = flow.url.slice(sluice.url.length);
  const forged =
    'Content-Type: application/json\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: 203.0.113.9\r\n';
  const request = post(path, JSON.stringify(ticketEvent()), forged).replace(
    'Host: x',
    'Host: evil.example',
  );
  expect(await sendRaw(flow.url, request)).toMatch(/^HTTP\/1.1 202 /);
  const [signal] = await sluice.signals(`flowId=${flow.id}&limit=1`);
  expect((await detailOf(signal?.id ?? '')).remoteAddress).toBe('127.0.0.1');
  expect((await sluice.trigger(flow.id)).url).toBe(flow.url);
});

test('each event of a batch is a signal with a run of its own', async () => {
  const events = ['a', 'b', 'c'].map((summary) => ticketEvent({ summary }));
  const { status, body } = await sluice.post(flow.url, events);
  expect(status).toBe(202);
  expect(body.requestIds).toHaveLength(3);
  expect(body.requestId).toBe(body.requestIds?.[0]);
  const runs = await Promise.all((body.requestIds ?? []).map((id) => sluice.runOver(id)));
  expect(runs.map((run) => run.triggerOutputs['summary'])).toEqual(['a', 'b', 'c']);
  const signal = await detailOf(runs[1]?.signalId ?? '');
  expect(JSON.parse(signal.payload ?? '')).toEqual(events[1]);
});

test('a batch of more than a thousand events is refused whole', async () => {
  const { status } = await sluice.post(
    flow.url,
    Array.from({ length: 1001 }, () => ({ id: 1 })),
  );
  expect(status).toBe(413);
});

function post(path: string, body: string, headers = ''): string {
  return `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

async function lastRefusal() {
  return (await sluice.signals('outcome=rejected&limit=1'))[0];
}

async function detailOf(signalId: string): Promise<SignalDetail> {
  return (await sluice.admin.send(`GET /signals/${signalId}`)).body as SignalDetail;
}
