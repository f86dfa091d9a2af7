import type { FlowFile, FlowFileFault, FlowSummary } from '@sluice/schema';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const trigger = { id: 't', kind: 'trigger', type: 'haloitsm.incidents', name: 'Incidents' };
const step = { id: 's', kind: 'step', type: 'tools.set-values', name: 'Set' };
const edge = { source: 't', target: 's' };

function fileOf(changes: object = {}): FlowFile {
  return {
    format: 'sluice-flow',
    formatVersion: 1,
    name: 'From elsewhere',
    nodes: [trigger, step],
    edges: [edge],
    ...changes,
  } as unknown as FlowFile;
}

const withStep = (changes: object) => fileOf({ nodes: [trigger, { ...step, ...changes }] });
const withInput = (value: unknown) => withStep({ inputs: { values: value } });

test('the smallest file is a flow', async () => {
  const made = await sluice.admin.send('POST /flows/import', { file: fileOf() });
  expect(expectStatus(made, 201).body).toMatchObject({ name: 'From elsewhere' });
});

test.each<[string, unknown, RegExp]>([
  ['nothing', '', /The file is empty\. Choose a file/],
  ['prose', 'Dear Sluice,', /Line 1, column 1: .*Correct it there/],
  ['half a file', JSON.stringify(fileOf()).slice(0, -1), /Line 1, column \d+: A “}” is missing/],
  ['XML', '<flow/>', /Line 1, column 1/],
  ['a list', '[]', /not a flow file of Sluice\. Choose a file that Sluice exported/],
  ['a number', '7', /not a flow file/],
  ['null', 'null', /not a flow file/],
  ['copied nodes', { sluice: 'nodes', nodes: [], edges: [] }, /not a flow file/],
  ['another format', fileOf({ format: 'n8n' }), /not a flow file/],
  ['a newer version', fileOf({ formatVersion: 2 }), /version 2 .* Update this Sluice/],
  [
    'a version that is none',
    fileOf({ formatVersion: '1' }),
    /which version .* export the flow again/,
  ],
  ['no name', fileOf({ name: ' ' }), /name: A name is needed\./],
  ['no nodes', fileOf({ nodes: undefined }), /nodes: .* Correct it in the file/],
  ['a key nobody knows', fileOf({ script: 'x' }), /“script” has no place here/],
])('a file of %s is refused, and told what to do', refuses);

test.each<[string, unknown, RegExp]>([
  ['a step nobody has', withStep({ type: 'acme.rocket' }), /acme\.rocket.* Install the connector/],
  [
    'a trigger as a step',
    withStep({ type: 'haloitsm.incidents' }),
    /“Set” is a step of a kind \(haloitsm\.incidents\)/,
  ],
  ['a type with a path', withStep({ type: '../../etc/passwd' }), /nodes\.1\.type \(“Set”\)/],
  ['a circle', fileOf({ edges: [edge, { source: 's', target: 's' }] }), /circle/],
  ['a loose end', fileOf({ edges: [edge, { source: 's', target: 'gone' }] }), /not in the flow/],
  ['a way into a trigger', fileOf({ edges: [{ source: 's', target: 't' }] }), /into a trigger/],
  ['one id twice', fileOf({ nodes: [trigger, step, step] }), /Two nodes have the same id/],
  ['an edge twice', fileOf({ edges: [edge, edge] }), /joins what another edge joins/],
  [
    'the id of the constants',
    fileOf({ nodes: [{ ...step, id: 'constants' }], edges: [] }),
    /“constants”/,
  ],
  ['the id of a prototype', withStep({ id: '__proto__' }), /nodes\.1\.id/],
  ['an id with a path', withStep({ id: '../x' }), /nodes\.1\.id/],
  ['a label of line breaks', withStep({ name: 'a\nb' }), /nodes\.1\.name.*Control characters/],
  ['a label too long', withStep({ name: 'x'.repeat(121) }), /At most 120 characters/],
  ['a place out of reach', withStep({ position: { x: 1e9, y: 0 } }), /position/],
  [
    'code for a format',
    withInput([{ pill: { nodeId: 't', output: 'x', format: [{ name: 'eval' }] } }]),
    /not what belongs here/,
  ],
])('a drawing with %s is refused, and told what to do', refuses);

test.each<[string, unknown, RegExp]>([
  [
    'the id of a connection',
    withStep({ connectionId: 'x' }),
    /“connectionId” .* under “connections”/,
  ],
  [
    'the id of a user',
    fileOf({ nodes: [{ ...trigger, settings: { authenticatingUserId: 'x' } }, step] }),
    /“authenticatingUserId” has no place here.* belongs to one server/,
  ],
  [
    'a need that is not there',
    withStep({ connection: 'c' }),
    /names “c”.*does not stand under “connections”/,
  ],
  [
    'a flow that is not there',
    withStep({ flows: { flowId: 'f' } }),
    /does not stand under “flows”/,
  ],
  [
    'one need twice',
    fileOf({
      connections: [
        { id: 'c', type: 'http' },
        { id: 'c', type: 'http' },
      ],
    }),
    /“c” stands twice.* id of its own/,
  ],
  [
    'a secret beside a need',
    fileOf({ connections: [{ id: 'c', type: 'http', values: {} }] }),
    /“values” has no place/,
  ],
])('a file that brings %s is refused, and told what to do', refuses);

test.each<[string, unknown, RegExp]>([
  [
    'a key for the prototype',
    JSON.stringify(fileOf()).replace('{', '{"__proto__":{"admin":true},'),
    /“__proto__” cannot be a name.* Take it out/,
  ],
  [
    'a deep key for the constructor',
    withStep({ inputs: { constructor: [] } }),
    /“constructor” cannot be a name/,
  ],
  [
    'a NUL',
    withInput([{ text: 'a\0b' }]),
    /a NUL or half a character.* Take the broken character out/,
  ],
  ['half an emoji', withInput([{ text: '🚀'.slice(0, 1) }]), /half a character/],
  ['half an emoji in a name', fileOf({ ['x\uD83D']: 1 }), /half a character/],
  ['endless nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested more than 32 levels/],
  ['nesting within', withInput(nested(40)), /nested more than 32 levels/],
  ['too many nodes', fileOf({ nodes: many(2001), edges: [] }), /nodes: At most 2000 belong here/],
  ['a list without end', withInput(Array(10_001).fill(0)), /more than 10000 parts/],
])('a file with %s is refused, and told what to do', refuses);

test('a file that is larger than the server reads is refused with a sentence', async () => {
  const file = withInput([{ text: 'x'.repeat(6_000_000) }]);
  const answer = await sluice.admin.send('POST /flows/import', { file });
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({
    detail: 'The body is too large: 5 MB are read at most. Send less at once.',
  });
});

test('a hostile name is kept as text and comes back as it was', async () => {
  const name = '"><script>alert(1)</script> ../../\u202E';
  const made = await sluice.admin.send('POST /flows/import', { file: fileOf({ name }) });
  expect(expectStatus(made, 201).body).toMatchObject({ name });
});

test('bindings to what is not there, of another kind, or not asked for are refused', async () => {
  const connectionId = await sluice.connectHalo();
  const connections = [{ id: 'c', type: 'http', name: 'Web' }];
  const flows = [
    { id: 'f', name: 'Other' },
    { id: 'me', itself: true },
  ];
  const file = fileOf({ connections, flows, nodes: [trigger, { ...step, connection: 'c' }] });
  for (const [bindings, message] of [
    [{ connections: { c: connectionId } }, /another kind \(haloitsm\) .* needs \(http\)/],
    [{ connections: { c: 'gone' } }, /chosen for “Web” is not there any more/],
    [{ connections: { x: connectionId } }, /“x” is not among the connections/],
    [{ connections: { toString: connectionId } }, /“toString” is not among the connections/],
    [{ flows: { f: 'gone' } }, /flow chosen for “Other” is not there/],
    [{ flows: { me: 'gone' } }, /“me” is not among the flows/],
  ] as const) {
    const before = await kept();
    const answer = await sluice.admin.send('POST /flows/import', { file, ...bindings });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      422,
      expect.stringMatching(message),
    ]);
    expect(await kept()).toEqual(before);
  }
});

test('an import that fails half-way keeps nothing', async () => {
  const { db } = sluice.storage;
  const before = await kept();
  await sql`create trigger no_audit before insert on audit begin select raise(abort, 'no'); end`.execute(
    db,
  );
  const answer = await sluice.admin.send('POST /flows/import', { file: fileOf() });
  await sql`drop trigger no_audit`.execute(db);
  expect(answer.status).toBe(500);
  expect(await kept()).toEqual(before);
});

test('a file of two thousand nodes is checked and imported', async () => {
  const nodes = [trigger, ...many(1999)];
  const edges = nodes.slice(1).map(({ id }, index) => ({ source: nodes[index]?.id, target: id }));
  const file = fileOf({ nodes, edges });
  const checked = await sluice.admin.send('POST /flows/check', { file });
  expect(expectStatus(checked, 200).body).toMatchObject({ importable: true, problems: [] });
  expect((await sluice.admin.send('POST /flows/import', { file })).status).toBe(201);
}, 30_000);

test('each route is open to the roles that may, and to no others', async () => {
  const { id } = (await sluice.admin.send('POST /flows/import', { file: fileOf() }))
    .body as FlowSummary;
  const calls: [string, readonly string[], object?][] = [
    [`GET /flows/${id}/export`, ['viewer', 'operator', 'builder']],
    ['POST /flows/check', ['builder'], { file: 'x' }],
    ['POST /flows/import', ['builder'], { file: 'x' }],
  ];
  for (const role of ['viewer', 'operator', 'builder'] as const) {
    const { browser } = await sluice.logInAs(role);
    for (const [target, roles, sent] of calls.slice(1)) {
      const { status } = await browser.send(target, sent);
      expect([role, target, status === 403]).toEqual([role, target, !roles.includes(role)]);
    }
    expect((await browser.send(`GET /flows/${id}/export`)).status).toBe(200);
  }
  for (const [target, , sent] of calls) {
    const [method = '', path = ''] = target.split(' ');
    const response = await fetch(`${sluice.url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(sent && { body: JSON.stringify(sent) }),
    });
    expect([target, response.status]).toEqual([target, 401]);
  }
});

/** The check says the same as the import, in as many words, and neither keeps anything. */
async function refuses(_what: string, file: unknown, message: RegExp): Promise<void> {
  const before = await kept();
  const checked = await sluice.admin.send('POST /flows/check', { file });
  const { importable, refusals } = expectStatus(checked, 200).body as {
    importable: boolean;
    refusals: readonly FlowFileFault[];
  };
  expect(importable).toBe(false);
  expect(refusals.map(({ message: what, remedy }) => `${what} ${remedy}`).join('\n')).toMatch(
    message,
  );
  for (const { remedy } of refusals) expect(remedy).toMatch(/\.$/);

  const refused = await sluice.admin.send('POST /flows/import', { file });
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.body).toMatchObject({ refusals });
  expect(await kept()).toEqual(before);
}

/** How many flows, trigger URLs and entries of the audit log there are. */
async function kept(): Promise<readonly number[]> {
  const { db } = sluice.storage;
  const counts = await Promise.all(
    (['flows', 'triggers', 'audit'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow(),
    ),
  );
  return counts.map(({ count }) => Number(count));
}

function many(count: number) {
  return Array.from({ length: count }, (_, index) => ({ ...step, id: `s${index}` }));
}

function nested(levels: number): unknown {
  return levels === 0 ? [] : [nested(levels - 1)];
}
