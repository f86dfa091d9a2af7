import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpError } from '@sluice/connector-kit';
import { afterEach, expect, test } from 'vitest';
import type { Lookup } from './guarded-agent.ts';
import { type Outbound, type OutboundOptions, createOutbound } from './outbound.ts';

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

/** Resolves every name to these addresses, one list for each time it is asked. */
function resolving(...answers: string[][]): Lookup {
  return (_host, _options, found) => {
    const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    const withFamily = addresses.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    found(null, withFamily);
  };
}

async function failure(sending: Promise<unknown>): Promise<HttpError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://%31%32%37.0.0.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'https://127.0.0.1/',
  'http://localhost/',
  'http://LOCALHOST/',
])('%s is refused', async (url) => {
  const { kind, message } = await failure(outbound().send({ method: 'GET', url }));

  expect(kind).toBe('forbidden-address');
  expect(message).toContain('SLUICE_OUTBOUND_ALLOW');
});

test.each([
  ['a private address', [['10.0.0.1']]],
  ['a public address and a private one', [['93.184.216.34', '10.0.0.1']]],
  ['an IPv6 address that holds a private one', [['::ffff:10.0.0.1']]],
  ['a link-local address with a zone', [['fe80::1%eth0']]],
  ['something that is no address', [['not an address']]],
])('a name that resolves to %s is refused', async (_what, answers) => {
  const { kind } = await failure(
    outbound({ lookup: resolving(...answers) }).send({ method: 'GET', url: 'http://evil.test/' }),
  );

  expect(kind).toBe('forbidden-address');
});

test('a name is resolved once, and the checked address is the one that is dialled', async () => {
  let asked = 0;
  const rebinding: Lookup = (_host, _options, found) => {
    asked += 1;
    found(null, [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
  };
  const { port } = await serve((_request, response) => response.end('reached'));
  const out = outbound({ lookup: rebinding, allow: [{ network: '127.0.0.2/32' }] });

  const first = await failure(out.send({ method: 'GET', url: `http://evil.test:${port}/` }));
  expect([first.kind, asked]).toEqual(['network', 1]);

  const second = await failure(out.send({ method: 'GET', url: `http://evil.test:${port}/` }));
  expect([second.kind, asked]).toEqual(['forbidden-address', 2]);
});

test.each([
  'ftp://example.com/',
  'file:///etc/passwd',
  'data:text/plain,x',
  'javascript:1',
  'gopher://127.0.0.1/',
  'ws://example.com/',
  'http://user:password@example.com/',
  'http://user@example.com/',
  'not a url',
  '//example.com/',
  'http://',
  'http://[fe80::1%25eth0]/',
])('%s is not an address that is requested', async (url) => {
  expect((await failure(outbound().send({ method: 'GET', url }))).kind).toBe('forbidden-address');
});

test.each([
  ['its network', { network: '127.0.0.0/8' }],
  ['its address', { network: '127.0.0.1/32' }],
  ['its spelling', { host: '127.0.0.1' }],
])('a private address is reached when %s is allowed', async (_what, allowed) => {
  const { url } = await serve((_request, response) => response.end('reached'));

  const reply = await outbound({ allow: [allowed] }).send({ method: 'GET', url });

  expect(reply.body.toString()).toBe('reached');
});

test('a name is reached when it is allowed, wherever it leads', async () => {
  const { port } = await serve((_request, response) => response.end('reached'));

  const reply = await outbound({ allow: [{ host: 'LocalHost.' }] }).send({
    method: 'GET',
    url: `http://localhost:${port}/`,
  });

  expect(reply.body.toString()).toBe('reached');
});

test('an allowed name does not allow the address it leads to', async () => {
  const { url } = await serve((_request, response) => response.end());

  const sending = outbound({ allow: [{ host: 'localhost' }] }).send({ method: 'GET', url });

  expect((await failure(sending)).kind).toBe('forbidden-address');
});

test('an entry with a port allows that port only', async () => {
  const first = await serve((_request, response) => response.end('reached'));
  const second = await serve((_request, response) => response.end('reached'));
  const out = outbound({ allow: [{ host: '127.0.0.1', port: 1 }] });
  out.allowAlso({ host: '127.0.0.1', port: first.port });

  expect((await out.send({ method: 'GET', url: first.url })).status).toBe(200);
  expect((await failure(out.send({ method: 'GET', url: second.url }))).kind).toBe(
    'forbidden-address',
  );
});
