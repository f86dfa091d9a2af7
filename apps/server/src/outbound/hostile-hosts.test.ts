import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrawnStep, drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

/** One server that the operator allowed, and one that only this test knows of. */
let sluice: TestSluice;
let own: Host;
let other: Host;
let connectionId: string;
beforeAll(async () => {
  [own, other] = await Promise.all([openHost(), openHost()]);
  const { port } = new URL(own.url);
  sluice = await TestSluice.start({ env: { SLUICE_OUTBOUND_ALLOW: `127.0.0.1:${port}` } });
  const values = { baseUrl: `${own.url}/v1`, authentication: 'bearer', token: 'hunter2-token' };
  const made = await sluice.admin.send('POST /connections', { name: 'Own', type: 'http', values });
  connectionId = (expectStatus(made, 201).body as { id: string }).id;
});
afterAll(async () => {
  own.server.close();
  other.server.close();
  await sluice.close();
});

test.each([
  ['its whole address', () => `${other.url}/x`],
  ['its own host with a user before it', () => `${own.url.replace('//', '//evil@')}/x`],
  ['another port', () => own.url.replace(/\d+$/, '1')],
  ['another scheme', () => own.url.replace('http:', 'https:')],
  ['a file', () => 'file:///etc/passwd'],
  ['JavaScript', () => 'javascript:alert(1)'],
  ['its own host as the user of another', () => `${own.url}@${other.url.slice(7)}/x`],
])('the credentials of a connection go nowhere when a value is %s', async (_what, address) => {
  const before = [own.seen.length, other.seen.length];
  const run = await ask(address(), { connectionId });
  expect(run.status).toBe('failed');
  expect([own.seen.length, other.seen.length]).toEqual(before);
  expect(JSON.stringify(run)).not.toContain('hunter2');
});

test.each([
  '//evil.example/x',
  '\\\\evil.example\\x',
  '@evil.example/x',
  '.evil.example/x',
  ':80/x',
])('behind a connection %j is only a path', async (address) => {
  await ask(address, { connectionId });
  const last = own.seen.at(-1);
  expect(last?.host).toBe(own.url.slice(7));
  expect(last?.url).toMatch(/^\/v1\//);
  expect(last?.authorization).toBe('Bearer hunter2-token');
});

test.each([
  (port: string) => `http://2130706433:${port}/`,
  (port: string) => `http://0x7f.0.0.1:${port}/`,
  (port: string) => `http://0177.1:${port}/`,
  (port: string) => `http://[::ffff:127.0.0.1]:${port}/`,
  (port: string) => `http://127.0.0.1.:${port}/`,
  (port: string) => `http://localhost:${port}/`,
  () => 'http://[::1]/',
  () => 'http://169.254.169.254/latest/meta-data/',
  () => 'http://[fd00:ec2::254]/latest/meta-data/',
])('a value that spells a private address is refused by the step: %s', async (spell) => {
  const run = await ask(spell(new URL(other.url).port));
  expect(run.steps['ask']).toMatchObject({ status: 'failed' });
  expect(run.steps['ask']?.failure?.message).toMatch(/private or reserved/);
  expect(other.seen).toEqual([]);
});

test('a redirect to a host that is not allowed is not followed, with or without credentials', async () => {
  own.answer = (response) => response.writeHead(302, { location: `${other.url}/x` }).end();
  for (const more of [{}, { connectionId }]) {
    const run = await ask(more.connectionId ? '/x' : `${own.url}/x`, more);
    expect(run.steps['ask']?.failure?.message).toMatch(/private or reserved/);
  }
  expect(other.seen).toEqual([]);
});

test('a request that changes something carries a key of its own, and is not sent on', async () => {
  own.answer = (response) => response.writeHead(307, { location: '/elsewhere' }).end();
  const before = own.seen.length;
  const run = await ask(`${own.url}/x`, { method: 'POST' });
  expect(run.status).toBe('failed');
  const sent = own.seen.slice(before);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.idempotencyKey).toMatch(/^[\x21-\x7e]{10,100}$/);
});

const bomb = Buffer.alloc(30 * 1024 * 1024);

test.each<[string, Buffer]>([
  ['gzip', gzipSync(bomb)],
  ['deflate', deflateSync(bomb)],
  ['br', brotliCompressSync(bomb)],
  ['identity', bomb],
  ['zstd', Buffer.from('x')],
  ['gzip, gzip', gzipSync(gzipSync(bomb))],
  ['gzip', Buffer.from('not compressed at all')],
])(
  'an answer that is too large or compressed in a strange way fails its step: %s',
  async (encoding, body) => {
    own.answer = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(body);
    const run = await ask(`${own.url}/x`);
    expect(run.status).toBe('failed');
    expect(JSON.stringify(run).length).toBeLessThan(100_000);
  },
);

test('an answer that never ends is given up at the step’s own time limit', async () => {
  own.answer = (response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(timer));
  };
  const run = await ask(`${own.url}/x`, { timeoutSeconds: 1 });
  expect(run.steps['ask']?.failure).toMatchObject({ code: expect.any(String) });
  expect(run.status).toBe('failed');
});

test('what an answer holds reaches no prototype, and stays what it is', async () => {
  const text =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"a":"{{x}}"}';
  own.answer = (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  const run = await ask(`${own.url}/x`);
  expect(JSON.stringify(run.steps['ask']?.outputs?.['body'])).toBe(text);
  expect({}).not.toHaveProperty('polluted');
});

interface Host {
  readonly server: Server;
  readonly url: string;
  readonly seen: {
    readonly url: string;
    readonly host: string | undefined;
    readonly authorization: string | undefined;
    readonly idempotencyKey: string;
  }[];
  answer: (response: ServerResponse) => void;
}

async function openHost(): Promise<Host> {
  const server = createServer(({ url = '', headers }, response) => {
    const { host: name, authorization } = headers;
    const idempotencyKey = String(headers['idempotency-key']);
    host.seen.push({ url, host: name, authorization, idempotencyKey });
    host.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: Host = { server, url, seen: [], answer: (response) => response.end() };
  return host;
}

/** Runs one HTTP Request whose whole URL is a value that a sender brought. */
async function ask(
  address: string,
  { method = 'GET', ...more }: { method?: string } & Partial<DrawnStep> = {},
) {
  const url = [pill('trigger', 'body', { path: ['address'] })];
  const step: DrawnStep = {
    id: 'ask',
    type: 'http.send-request',
    retry: { attempts: 1, firstDelaySeconds: 0, longestDelaySeconds: 0 },
    ...more,
    inputs: { method, url },
  };
  const flow = await sluice.publish(
    drawHaloFlow({ trigger: { type: 'http.webhook' }, steps: [step] }),
  );
  return sluice.runOf(flow.url, { address });
}
