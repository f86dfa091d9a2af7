import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { HttpError, StepError } from '@sluice/connector-kit';
import { afterEach, expect, test } from 'vitest';
import { aMinute } from '../testing/a-minute.ts';
import { type Outbound, type OutboundOptions, createOutbound } from './outbound.ts';
import { parseBody } from './parse-body.ts';

const opened: (Outbound | Server)[] = [];

afterEach(async () => {
  for (const each of opened.splice(0)) {
    if ('closeAllConnections' in each) each.closeAllConnections();
    await each.close();
  }
});

function outbound(options: Partial<OutboundOptions> = {}): Outbound {
  const made = createOutbound({ allow: [], ...options });
  opened.push(made);
  return made;
}

async function serve(handler: Parameters<typeof createServer>[1]) {
  const server = createServer(handler);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}

const loopback = { network: '127.0.0.0/8' };

async function failure(sending: Promise<unknown>): Promise<HttpError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

test.each([
  ['a private address', 'http://169.254.169.254/'],
  ['a name for one', 'http://localhost/'],
  ['another scheme', 'file:///etc/passwd'],
  ['an address with a password', 'http://a:b@example.com/'],
])('a redirect towards %s is refused', async (_what, location) => {
  const { port } = await serve((_request, response) => response.writeHead(302, { location }).end());
  const out = outbound({ allow: [{ host: '127.0.0.1', port }] });

  const sending = out.send({ method: 'GET', url: `http://127.0.0.1:${port}/` });

  expect((await failure(sending)).kind).toBe('forbidden-address');
});

test('a redirect to another host brings it no header of the request', async () => {
  const seen: (string | undefined)[][] = [];
  const other = await serve((request, response) => {
    seen.push([request.headers.authorization, request.headers.cookie, headerOf(request, 'x-key')]);
    response.end('other');
  });
  const own = await serve((request, response) => {
    if (request.url === '/start') {
      response.writeHead(302, { location: '/next' }).end();
      return;
    }
    seen.push([request.headers.authorization, request.headers.cookie, headerOf(request, 'x-key')]);
    response.writeHead(307, { location: other.url }).end();
  });

  const reply = await outbound({ allow: [loopback] }).send({
    method: 'GET',
    url: `${own.url}/start`,
    headers: { Authorization: 'Bearer hunter2', Cookie: 'a=b', 'X-Key': 'hunter2' },
  });

  expect(reply.body.toString()).toBe('other');
  expect(seen).toEqual([
    ['Bearer hunter2', 'a=b', 'hunter2'],
    [undefined, undefined, undefined],
  ]);
});

test('more than five redirects are not followed', async () => {
  let requests = 0;
  const { url } = await serve((_request, response) => {
    requests += 1;
    response.writeHead(302, { location: '/again' }).end();
  });

  const error = await failure(outbound({ allow: [loopback] }).send({ method: 'GET', url }));

  expect(error).toMatchObject({ kind: 'status', status: 302 });
  expect(requests).toBe(6);
});

test('a redirected POST is answered as it is and not sent on', async () => {
  let requests = 0;
  const { url } = await serve((_request, response) => {
    requests += 1;
    response.writeHead(307, { location: '/next' }).end();
  });

  const reply = await outbound({ allow: [loopback] }).send({ method: 'POST', url, body: 'secret' });

  expect([reply.status, requests]).toEqual([307, 1]);
});

test('an answer that is too large is cut off while it comes', async () => {
  let written = 0;
  const { url } = await serve((_request, response) => {
    const more = (): void => {
      if (response.destroyed) return;
      written += 64;
      response.write(Buffer.alloc(64 * 1024), more);
    };
    more();
  });

  const sending = outbound({ allow: [loopback] }).send({ method: 'GET', url, maxBytes: 100_000 });

  expect((await failure(sending)).kind).toBe('body');
  expect(written).toBeLessThan(10_000);
});

test('a small answer that unpacks to a huge one is cut off', async () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  const { url } = await serve((_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  );

  const { kind } = await failure(outbound({ allow: [loopback] }).send({ method: 'GET', url }));

  expect(bomb.length).toBeLessThan(60_000);
  expect(kind).toBe('body');
});

test('a compressed answer that goes on for ever and contains nothing is cut off', async () => {
  const nothing = gzipSync('');
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.concat(Array(500).fill(nothing)), more);
    };
    more();
  });

  const sending = outbound({ allow: [loopback] }).send({ method: 'GET', url, maxBytes: 100_000 });

  expect((await failure(sending)).kind).toBe('body');
});

test.each([
  ['damaged', 'gzip', Buffer.from('not gzip at all')],
  ['cut off', 'gzip', gzipSync('hello').subarray(0, 12)],
  ['of a kind that was not asked for', 'compress', Buffer.from('x')],
])('a compressed answer that is %s is a fault of the body', async (_what, encoding, body) => {
  const { url } = await serve((_request, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body),
  );

  const { kind } = await failure(outbound({ allow: [loopback] }).send({ method: 'GET', url }));

  expect(kind).toBe('body');
});

test('a compressed answer is read', async () => {
  const { url } = await serve((_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
  );

  const reply = await outbound({ allow: [loopback] }).send({ method: 'GET', url });

  expect(reply.body.toString()).toBe('hello');
});

test.each([
  ['never comes', () => {}],
  ['stops half-way', (write: (text: string) => void) => write('half')],
])('an answer that %s ends by the time limit', async (_what, answer) => {
  const { url } = await serve((_request, response) => answer((text) => response.write(text)));

  const sending = outbound({ allow: [loopback] }).send({ method: 'GET', url, timeoutMs: 30 });

  expect((await failure(sending)).kind).toBe('timeout');
});

test('the time limit counts all redirects together', async () => {
  const { url } = await serve((_request, response) => {
    setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 15);
  });

  const sending = outbound({ allow: [loopback] }).send({ method: 'GET', url, timeoutMs: 30 });

  expect((await failure(sending)).kind).toBe('timeout');
});

test('whoever gives up gets the reason back', async () => {
  const { url } = await serve(() => {});
  const deadline = aMinute();
  const sending = outbound({ allow: [loopback] }).send({
    method: 'GET',
    url,
    deadline,
  });
  deadline.giveUp(new Error('cancelled'));

  await expect(sending).rejects.toThrow('cancelled');
});

test('a refused connection and one that breaks off are failures of the network', async () => {
  const { url } = await serve((request) => request.socket.destroy());
  const out = outbound({ allow: [loopback] });

  expect((await failure(out.send({ method: 'GET', url }))).kind).toBe('network');
  expect((await failure(out.send({ method: 'GET', url: 'http://127.0.0.1:1/' }))).kind).toBe(
    'network',
  );
});

test.each([
  ['a line break in a value', { 'x-a': 'b\r\nhost: evil' }],
  ['a name with a space', { 'x a': 'b' }],
  ['a character beyond Latin-1', { 'x-a': '✓' }],
])('%s never becomes a header', async (_what, headers) => {
  const sending = outbound({ allow: [loopback] }).send({
    method: 'GET',
    url: 'http://127.0.0.1:1/',
    headers,
  });

  await expect(sending).rejects.toBeInstanceOf(StepError);
});

test('headers that say how a message is sent are ours to set', async () => {
  const { port, url } = await serve((request, response) =>
    response.end(
      JSON.stringify([request.headers.host, request.headers['transfer-encoding'] ?? '']),
    ),
  );

  const reply = await outbound({ allow: [loopback] }).send({
    method: 'POST',
    url,
    body: 'x',
    headers: { Host: 'evil.test', 'Transfer-Encoding': 'chunked', 'Content-Length': '99' },
  });

  expect(parseBody(reply)).toEqual([`127.0.0.1:${port}`, '']);
});

test('connections are kept and used again', async () => {
  const ports = new Set<number | undefined>();
  const { url } = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end();
  });
  const out = outbound({ allow: [loopback] });

  for (let i = 0; i < 10; i += 1) await out.send({ method: 'GET', url });

  expect(ports.size).toBeLessThan(3);
});

function headerOf(request: { headers: NodeJS.Dict<string | string[]> }, name: string) {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join() : value;
}
