import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Outbound, createOutbound } from '../outbound/outbound.ts';
import { secretsOf } from '../secrets/secrets.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { connectionRoutes } from './connection-routes.ts';
import { connectionTestRoutes } from './connection-test-routes.ts';
import { createConnections } from './connections.ts';
import { type ServedRoutes, serveTestRoutes } from './serve-test-routes.ts';
import { CLIENT_SECRET, type TestPeer, deskConnector, startTestPeer } from './test-peer.ts';

let peer: TestPeer;
let storage: Storage;
let outbound: Outbound;
let served: ServedRoutes;
let call: ServedRoutes['call'];
let dataDir: string;
let audited: string[];

beforeEach(async () => {
  peer = await startTestPeer();
  dataDir = await mkdtemp(join(tmpdir(), 'sluice-connections-'));
  storage = await openStorage({ dataDir });
  outbound = createOutbound({ allow: [{ host: '127.0.0.1' }] });
  audited = [];
  const shared = {
    db: storage.db,
    secrets: secretsOf(randomBytes(32)),
    connectors: [deskConnector],
    audit: async (actor: User | 'system', action: string, subject: string) =>
      void audited.push(`${actor === 'system' ? actor : actor.name} ${action} ${subject}`),
  };
  const connections = createConnections({ ...shared, outbound });
  served = await serveTestRoutes([
    ...connectionRoutes({ ...shared, connections }),
    ...connectionTestRoutes({ ...shared, connections }),
  ]);
  call = served.call;
});

afterEach(async () => {
  await served.close();
  await peer.close();
  await outbound.close();
  await storage.close();
  await rm(dataDir, { recursive: true });
});

const good = () => ({ address: peer.url, clientSecret: CLIENT_SECRET });

async function stored(values: Record<string, unknown> = good()): Promise<string> {
  const { body } = await call('POST', '/connections', { name: 'My desk', type: 'desk', values });
  return String(body['id']);
}

async function drawFlow(
  connectionId: string,
  more: { deleted?: boolean; published?: boolean } = {},
) {
  const drawing = (id?: string) =>
    JSON.stringify({
      nodes: [{ id: 'n', kind: 'step', ...(id && { connectionId: id }) }],
      edges: [],
    });
  await storage.db
    .insertInto('flows')
    .values({
      id: 'f1',
      name: 'Halo loop',
      enabled: 1,
      version: 2,
      drawing: drawing(more.published ? undefined : connectionId),
      published_version: more.published ? 1 : null,
      published_at: null,
      created_at: 0,
      created_by: 'Ada',
      updated_at: 0,
      updated_by: 'Ada',
      deleted_at: more.deleted ? 1 : null,
    })
    .execute();
  await storage.db
    .insertInto('flow_versions')
    .values({
      flow_id: 'f1',
      version: 1,
      drawing: drawing(connectionId),
      created_at: 0,
      created_by: 'Ada',
      published_at: 0,
    })
    .execute();
}

test('a connection is made, and its values never come back', async () => {
  const made = await call('POST', '/connections', {
    name: ' My desk ',
    type: 'desk',
    values: good(),
  });
  const id = String(made.body['id']);

  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    id,
    name: 'My desk',
    type: 'desk',
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
    usedBy: [],
    state: { kind: 'ok' },
  });
  expect((await call('GET', `/connections/${id}`)).body).toEqual(made.body);
  expect((await call('GET', '/connections')).body).toEqual({ items: [made.body] });
  expect(audited).toEqual(['Ada connection.created My desk']);
});

test.each([
  ['a required field is missing', { address: 'x' }, 'Client secret is needed.'],
  ['a required field is empty', { address: '', clientSecret: 'x' }, 'Address is needed.'],
  ['a field is not declared', { a: 1 }, 'There is no field “a” here.'],
  ['a field has another type', { address: 7 }, 'Address is not valid.'],
  ['a choice is not on offer', { region: 'moon' }, 'Region is not valid.'],
  ['a text has no end', { address: 'x'.repeat(2001) }, 'Address is too long.'],
  ['a text holds a line break', { address: 'x\ny' }, 'Address is not valid.'],
  ['a field is named after a prototype', { constructor: 'x' }, /“constructor”/],
])('a connection is refused when %s', async (_what, values, message) => {
  const refused = await call('POST', '/connections', { name: 'x', type: 'desk', values });

  expect(refused.status).toBe(400);
  expect(refused.body.detail).toMatch(message);
});

test('a body that would reach a prototype, and one with foreign keys, are refused', async () => {
  const polluting = `{"name":"x","type":"desk","values":{"__proto__":{"address":"x","clientSecret":"y"}}}`;

  expect((await call('POST', '/connections', polluting)).status).toBe(400);
  expect(
    (await call('POST', '/connections', { name: 'x', type: 'desk', values: good(), id: 'mine' }))
      .status,
  ).toBe(400);
  expect(
    (await call('POST', '/connections', { name: 'x', type: 'constructor', values: {} })).body
      .detail,
  ).toBe('There are no connections of the type “constructor”.');
});

test('values left out of a change stay, secrets too', async () => {
  const id = await stored();
  const changed = await call('PUT', `/connections/${id}`, {
    name: 'Renamed',
    values: { region: 'eu', requests: 5 },
  });

  expect([changed.status, changed.body['name']]).toEqual([200, 'Renamed']);
  expect((await call('POST', `/connections/${id}/test`)).body).toMatchObject({ ok: true });
});

test('a changed address asks for the secret again, also when it is only tried out', async () => {
  const other = await startTestPeer();
  const id = await stored();
  const moved = { address: other.url };

  for (const refused of [
    await call('PUT', `/connections/${id}`, { name: 'x', values: moved }),
    await call('POST', '/connections/test', { type: 'desk', values: moved, id }),
  ]) {
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toBe(
      'Enter Client secret again: Address has changed, and a stored secret is not sent anywhere new.',
    );
  }
  const withSecret = { ...moved, clientSecret: CLIENT_SECRET };
  expect((await call('PUT', `/connections/${id}`, { name: 'x', values: withSecret })).status).toBe(
    200,
  );
  expect(other.tokensGiven).toBe(0);
  await other.close();
});

test('a test tells what works, and is remembered until the values change', async () => {
  const id = await stored();
  const { body } = await call('POST', `/connections/${id}/test`);

  expect(body).toMatchObject({ ok: true, checks: [{ label: 'Things', ok: true }] });
  expect((await call('GET', `/connections/${id}`)).body['lastTest']).toEqual(body);

  await call('PUT', `/connections/${id}`, { name: 'Renamed', values: {} });
  expect((await call('GET', `/connections/${id}`)).body['lastTest']).toEqual(body);

  await call('PUT', `/connections/${id}`, { name: 'Renamed', values: { requests: 9 } });
  expect((await call('GET', `/connections/${id}`)).body).not.toHaveProperty('lastTest');
});

test('values are tried out without being stored, the kept ones filled in', async () => {
  const id = await stored();
  const wrong = { address: peer.url, clientSecret: 'wrong secret' };

  expect(
    (await call('POST', '/connections/test', { type: 'desk', values: wrong })).body,
  ).toMatchObject({
    ok: false,
    checks: [{ ok: false, message: expect.stringContaining('401') }],
  });
  expect(
    (await call('POST', '/connections/test', { type: 'desk', values: { requests: 3 }, id })).body,
  ).toMatchObject({ ok: true });
  expect((await call('GET', `/connections/${id}`)).body).not.toHaveProperty('lastTest');
});

test.each([
  ['its draft', {}],
  ['what is published', { published: true }],
])('a connection that a flow names in %s is not deleted', async (_where, more) => {
  const id = await stored();
  await drawFlow(id, more);

  const refused = await call('DELETE', `/connections/${id}`);

  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('“My desk” is used by the flow “Halo loop”');
  expect((await call('GET', `/connections/${id}`)).body['usedBy']).toEqual([
    { flowId: 'f1', flowName: 'Halo loop' },
  ]);
});

test('a connection that only a deleted flow names is deleted', async () => {
  const id = await stored();
  await drawFlow(id, { deleted: true });

  expect((await call('DELETE', `/connections/${id}`)).status).toBe(204);
  expect((await call('GET', `/connections/${id}`)).status).toBe(404);
});

test('a look-up brings options, or says what the other side said', async () => {
  const id = await stored();
  const ask = (name: string, search: string) =>
    call('POST', `/connections/${id}/lookups/${name}`, { inputs: {}, search });

  expect((await ask('things', 'a')).body).toEqual({
    options: [{ value: '1', label: '/things?search=a' }],
  });
  expect((await ask('constructor', 'a')).status).toBe(404);

  peer.instead.push({ status: 500 });
  const failed = await ask('things', 'b');
  expect([failed.status, failed.body.detail]).toEqual([
    502,
    expect.stringContaining('answered 500'),
  ]);
});

test('a viewer looks and changes nothing', async () => {
  const id = await stored();
  served.role = 'viewer';

  expect((await call('GET', '/connections')).status).toBe(200);
  for (const [method, path] of [
    ['POST', '/connections'],
    ['PUT', `/connections/${id}`],
    ['DELETE', `/connections/${id}`],
    ['POST', `/connections/${id}/test`],
    ['POST', '/connections/test'],
    ['POST', `/connections/${id}/lookups/things`],
  ] as const) {
    expect((await call(method, path, {})).status).toBe(403);
  }
});

test('a planted secret is nowhere in clear: files, answers, audit', async () => {
  const id = await stored();
  await call('POST', `/connections/${id}/test`);
  await call('POST', `/connections/${id}/lookups/things`, { inputs: {}, search: CLIENT_SECRET });
  await call('PUT', `/connections/${id}`, { name: 'x', values: { address: 'elsewhere' } });
  peer.instead.push({ status: 500, body: CLIENT_SECRET });
  await call('POST', `/connections/${id}/lookups/things`, { inputs: {}, search: 'b' });
  const files = await Promise.all(
    (await readdir(dataDir)).map((file) => readFile(join(dataDir, file), 'latin1')),
  );

  expect(files.join('').length).toBeGreaterThan(1000);
  for (const kept of [...files, audited.join(), served.said.replaceAll(/"label":"[^"]*"/g, '')]) {
    expect(kept).not.toContain('planted');
  }
});
