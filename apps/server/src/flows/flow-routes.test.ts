import type { FlowDetail, FlowProblem, FlowSummary, FlowVersion } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestAnswer } from '../accounts/test-server.ts';
import { createTicket, drawHaloFlow, pill, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a flow comes back as it was saved, with its version as ETag', async () => {
  const drawing = drawHaloFlow({ steps: [createTicket()] });
  const made = expectStatus(
    await sluice.admin.send('POST /flows', { name: ' Night desk ', ...drawing }),
    201,
  );
  expect(made.headers.get('etag')).toBe('"1"');
  expect(made.body).toMatchObject({ name: 'Night desk', version: 1, enabled: true, ...drawing });
  const { id } = made.body as FlowDetail;
  const read = await sluice.admin.send(`GET /flows/${id}`);
  expect(read.body).toEqual(made.body);
  expect(read.headers.get('etag')).toBe('"1"');
});

test('what may be left out gets its default', async () => {
  const made = await sluice.admin.send('POST /flows', {
    name: 'Small',
    nodes: [
      { id: 't', kind: 'trigger', type: 'haloitsm.incidents', name: 'T' },
      { id: 's', kind: 'step', type: 'tools.set-values', name: 'S' },
    ],
    edges: [{ source: 't', target: 's' }],
  });
  const { nodes, edges } = expectStatus(made, 201).body as FlowDetail;
  expect(nodes[0]).toMatchObject({
    settings: {
      authentication: 'url',
      floodControl: { enabled: true, threshold: 4, periodSeconds: 60, correlateBy: [] },
      deduplicate: { by: [], windowSeconds: 86_400 },
    },
  });
  expect(edges).toEqual([{ id: 'e1', source: 't', exit: 'next', target: 's' }]);
});

test('saving needs the version that was changed, and the second of two is told', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const save = (name: string, match?: string) =>
    sluice.admin.send(`PUT /flows/${id}`, { name, ...drawHaloFlow() }, {
      Origin: sluice.url,
      ...(match !== undefined && { 'If-Match': match }),
    });
  expect((await save('x')).status).toBe(428);
  expect((await save('x', 'latest')).status).toBe(400);
  expect((await save('x', '*')).status).toBe(400);
  expect((await save('First', '"1"')).headers.get('etag')).toBe('"2"');

  const late = await save('Second', '"1"');
  expect(late.status).toBe(412);
  expect(late.body).toMatchObject({ status: 412, current: { name: 'First', version: 2 } });
  expect((await save('Third', '2')).body).toMatchObject({ name: 'Third', version: 3 });
  expect((await save('Fourth', 'W/"3"')).body).toMatchObject({ version: 4 });
});

test('of many saves of one version at once exactly one succeeds', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const saves = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      sluice.admin.send(`PUT /flows/${id}`, { name: `Save ${index}`, ...drawHaloFlow() }, {
        Origin: sluice.url,
        'If-Match': '"1"',
      }),
    ),
  );
  expect(saves.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(saves.filter(({ status }) => status === 412)).toHaveLength(19);
});

const step = { id: 's', kind: 'step', type: 'tools.set-values', name: 'S', inputs: {} };
const trigger = { id: 't', kind: 'trigger', type: 'haloitsm.incidents', name: 'T' };
const edge = { source: 't', target: 's' };

test.each<[string, object, RegExp]>([
  ['no name', { name: ' ', nodes: [] }, /name: A name is needed/],
  ['a name of line breaks', { name: 'a\nb', nodes: [] }, /Control characters/],
  ['a name too long', { name: 'x'.repeat(121), nodes: [] }, /120/],
  ['no nodes', {}, /nodes/],
  ['nodes that are no list', { nodes: { length: 1 } }, /nodes/],
  ['a key nobody knows', { nodes: [], id: 'mine', version: 99 }, /Unrecognized key/],
  ['a setting nobody knows', { nodes: [{ ...step, evil: true }] }, /nodes\.0.*Unrecognized key/],
  ['a kind nobody knows', { nodes: [{ ...step, kind: 'loop' }] }, /nodes\.0\.kind/],
  ['a type that is none', { nodes: [{ ...step, type: '../../etc/passwd' }] }, /nodes\.0\.type/],
  ['an id with a path', { nodes: [{ ...step, id: '../x' }] }, /nodes\.0\.id/],
  ['the id of a prototype', { nodes: [{ ...step, id: '__proto__' }] }, /nodes\.0\.id/],
  ['the id of a method', { nodes: [{ ...step, id: 'constructor' }] }, /nodes\.0\.id/],
  ['the id of the constants', { nodes: [{ ...step, id: 'constants' }] }, /constants/],
  ['twins', { nodes: [step, step] }, /same id/],
  ['a loose end', { nodes: [trigger], edges: [edge] }, /not in the flow/],
  ['a way into a trigger', { nodes: [trigger, step], edges: [{ source: 's', target: 't' }] }, /into a trigger/],
  ['a circle of one', { nodes: [step], edges: [{ source: 's', target: 's' }] }, /circle/],
  [
    'a circle of two',
    { nodes: [step, { ...step, id: 'z' }], edges: [{ source: 's', target: 'z' }, { source: 'z', target: 's' }] },
    /circle/,
  ],
  ['the same edge twice', { nodes: [trigger, step], edges: [edge, { ...edge, id: 'x' }] }, /joins already/],
  ['a place out of reach', { nodes: [{ ...step, position: { x: 1e9, y: 0 } }] }, /position/],
  ['a format that runs code', { nodes: [{ ...step, inputs: { a: [{ pill: { nodeId: 't', output: 'x', format: [{ name: 'eval', code: '1' }] } }] } }] }, /nodes\.0\.inputs/],
  ['too many nodes', { nodes: Array.from({ length: 2001 }, (_, i) => ({ ...step, id: `s${i}` })) }, /nodes/],
])('a flow with %s is refused with a message', async (_what, changes, message) => {
  const answer = await sluice.admin.send('POST /flows', { name: 'Flow', ...changes });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).toMatch(message);
});

test('an input named after the prototype of objects is left out', async () => {
  const inputs = JSON.parse('{"__proto__":[{"text":"evil"}],"fine":[]}');
  const made = await sluice.admin.send('POST /flows', {
    name: 'Flow',
    nodes: [{ ...step, inputs }],
  });
  expect((expectStatus(made, 201).body as FlowDetail).nodes[0]).toHaveProperty('inputs', {
    fine: [],
  });
});

test('a body that is no flow at all is refused, and nothing is left of it', async () => {
  const before = (await list()).length;
  for (const body of [[], 'text', 7, null]) {
    expect((await sluice.admin.send('POST /flows', body)).status).toBe(400);
  }
  const huge = { name: 'Huge', nodes: [], note: 'x'.repeat(6_000_000) };
  expect((await sluice.admin.send('POST /flows', huge)).status).toBe(413);
  expect(await list()).toHaveLength(before);
});

test('hostile labels come back as the text they are', async () => {
  const name = '<img src=x onerror=alert(1)> ${7*7} {{7*7}} \u202e';
  const drawing = drawHaloFlow({ trigger: { name } });
  const { id } = await sluice.draw(drawing, name);
  const { body, headers } = await sluice.admin.send(`GET /flows/${id}`);
  expect(body).toMatchObject({ name, nodes: [{ name }] });
  expect(headers.get('content-type')).toContain('application/json');
});

test('a step that this server does not have is kept, warned of, and not published', async () => {
  const unknown = { id: 'later', type: 'future.do-things', inputs: { a: 'kept' } };
  const { id } = await sluice.draw(drawHaloFlow({ steps: [unknown] }));
  const read = (await sluice.admin.send(`GET /flows/${id}`)).body as FlowDetail;
  expect(read.nodes[1]).toMatchObject({ type: 'future.do-things', inputs: { a: [{ text: 'kept' }] } });
  expect((await problemsOf(id))[0]?.message).toContain('future.do-things');
  expect((await sluice.admin.send(`POST /flows/${id}/publish`)).status).toBe(422);
});

test('publishing is refused for what cannot run, with every problem', async () => {
  const steps = [
    createTicket({ inputs: { summary: '' } }),
    createTicket({ id: 'early', inputs: { summary: [pill('late', 'ticketId')] } }),
    createTicket({ id: 'late', inputs: { summary: [pill('gone', 'x')] } }),
  ];
  const { id } = await sluice.draw(drawHaloFlow({ steps }));
  const refused = await sluice.admin.send(`POST /flows/${id}/publish`);
  expect(refused.status).toBe(422);
  const { problems } = refused.body as { problems: FlowProblem[] };
  const messages = problems.map(({ message }) => message).join('\n');
  expect(messages).toContain('“create” needs Summary');
  expect(messages).toContain('has no connection');
  expect(messages).toContain('does not come before it');
  expect(messages).toContain('was deleted');
  expect(await problemsOf(id)).toEqual(problems);
  const { body } = await sluice.admin.send(`GET /flows/${id}`);
  expect(body).not.toHaveProperty('publishedVersion');
});

test('a connection that does not exist cannot be published', async () => {
  const drawing = drawHaloFlow({ connectionId: 'foreign', steps: [createTicket()] });
  const { id } = await sluice.draw(drawing);
  const refused = await sluice.admin.send(`POST /flows/${id}/publish`);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('The connection of “create” does not exist');
});

test('publishing asks for the version that was looked at, if one is named', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const publish = (match: string) =>
    sluice.admin.send(`POST /flows/${id}/publish`, undefined, {
      Origin: sluice.url,
      'If-Match': match,
    });
  expect((await publish('"7"')).status).toBe(412);
  expect((await publish('"1"')).body).toMatchObject({ publishedVersion: 1 });
});

test('a published version stays as it was, whatever is saved later', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await save(flow.id, 1, drawHaloFlow({ trigger: { name: 'Renamed' } }));
  const path = `GET /flows/${flow.id}/versions`;
  expect((await sluice.admin.send(`${path}/1`)).body).toMatchObject({
    version: 1,
    current: true,
    drawing: { nodes: [{ name: 'Incidents' }] },
  });
  expect((await sluice.admin.send(`${path}/2`)).status).toBe(404);

  await sluice.admin.send(`POST /flows/${flow.id}/publish`);
  const { items } = (await sluice.admin.send(path)).body as { items: FlowVersion[] };
  expect(items.map(({ version, current }) => [version, current])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect((await sluice.admin.send(`${path}/1`)).body).toMatchObject({
    drawing: { nodes: [{ name: 'Incidents' }] },
  });
});

test('a run follows the version that was current when its signal was accepted', async () => {
  const connectionId = await sluice.connectHalo();
  const named = (summary: string) =>
    drawHaloFlow({ connectionId, steps: [createTicket({ inputs: { summary } })] });
  const flow = await sluice.publish(named('of version 1'));
  sluice.halo.setQuirks({ delayMs: 150 });
  const first = (await sluice.post(flow.url, ticketEvent())).body.requestId;
  await save(flow.id, 1, named('of version 2'));
  await sluice.admin.send(`POST /flows/${flow.id}/publish`);
  const second = (await sluice.post(flow.url, ticketEvent())).body.requestId;
  sluice.halo.setQuirks({ delayMs: 0 });

  expect(await sluice.runOver(first)).toMatchObject({
    flowVersion: 1,
    steps: { create: { outputs: { summary: 'of version 1' } } },
  });
  expect(await sluice.runOver(second)).toMatchObject({
    flowVersion: 2,
    steps: { create: { outputs: { summary: 'of version 2' } } },
  });
});

test('a test runs the saved draft, and is marked as one', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  await save(flow.id, 1, drawHaloFlow({ steps: [{ id: 'set', type: 'tools.set-values', inputs: {} }] }));
  const started = await sluice.admin.send(`POST /flows/${flow.id}/test`, {
    nodeId: 'trigger',
    payload: ticketEvent({ summary: 'only a test' }),
  });
  expect(started.status).toBe(202);
  const run = await sluice.runOver((started.body as { requestId: string }).requestId);
  expect(run).toMatchObject({ test: true, flowVersion: 2, steps: { set: { status: 'succeeded' } } });
  const { items } = (await sluice.admin.send(`GET /flows/${flow.id}/versions`)).body as {
    items: FlowVersion[];
  };
  expect(items.map(({ version }) => version)).toEqual([1]);
});

test('a deleted flow is gone, and can be brought back', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  expect((await sluice.admin.send(`DELETE /flows/${id}`)).status).toBe(204);
  expect((await sluice.admin.send(`GET /flows/${id}`)).status).toBe(404);
  expect((await sluice.admin.send(`DELETE /flows/${id}`)).status).toBe(404);
  expect((await list()).map((flow) => flow.id)).not.toContain(id);
  expect((await sluice.admin.send(`POST /flows/${id}/restore`)).status).toBe(200);
  expect((await list()).map((flow) => flow.id)).toContain(id);
  expect((await sluice.admin.send('POST /flows/nobody/restore')).status).toBe(404);
});

test('after thirty days a deleted flow cannot be brought back', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  const { db } = sluice.storage;
  const deleted_at = Date.now() - 31 * 86_400_000;
  await db.updateTable('flows').set({ deleted_at }).where('id', '=', id).execute();
  expect((await sluice.admin.send(`POST /flows/${id}/restore`)).status).toBe(404);
});

test('the list shows what each flow did last', async () => {
  const flow = await sluice.publish(drawHaloFlow(), 'Listed');
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect((await list()).find(({ id }) => id === flow.id)).toMatchObject({
    name: 'Listed',
    nodeTypes: ['haloitsm.incidents'],
    publishedVersion: 1,
    lastRun: { id: run.id, status: 'succeeded' },
    recentFailures: 0,
  });
});

test('each route is open to the roles that may, and to no others', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const throwaway = await sluice.draw(drawHaloFlow());
  const match = { Origin: sluice.url, 'If-Match': '"0"' };
  const body = { name: 'Flow', ...drawHaloFlow() };
  const test = { nodeId: 'trigger', payload: {} };
  const looks = ['', '/problems', '/versions', '/versions/1', '/triggers/trigger'];
  const calls: [string, readonly string[], object?][] = [
    ['GET /flows', ['viewer', 'operator', 'builder']],
    ...looks.map((path): [string, string[]] => [
      `GET /flows/${flow.id}${path}`,
      ['viewer', 'operator', 'builder'],
    ]),
    ['POST /flows', ['builder'], body],
    [`PUT /flows/${flow.id}`, ['builder'], body],
    [`POST /flows/${flow.id}/enabled`, ['builder'], { enabled: true }],
    [`POST /flows/${flow.id}/publish`, ['builder']],
    [`POST /flows/${flow.id}/triggers/trigger/rotate`, ['builder']],
    [`POST /flows/${flow.id}/test`, ['operator', 'builder'], test],
    [`DELETE /flows/${throwaway.id}`, ['builder']],
    [`POST /flows/${throwaway.id}/restore`, ['builder']],
  ];
  for (const role of ['viewer', 'operator', 'builder'] as const) {
    const { browser } = await sluice.logInAs(role);
    for (const [target, roles, sent] of calls) {
      const { status } = await browser.send(target, sent, match);
      expect([role, target, status === 403]).toEqual([role, target, !roles.includes(role)]);
    }
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

test('whoever may only look sees no key in a trigger’s address', async () => {
  const flow = await sluice.publish(drawHaloFlow({ settings: { authentication: 'any' } }));
  const { browser } = await sluice.logInAs('operator');
  const { body } = await browser.send(`GET /flows/${flow.id}/triggers/trigger`);
  expect(JSON.stringify(body)).not.toMatch(/apiKey|whsec_/);
  expect(body).toMatchObject({ url: flow.url.split('?')[0], live: true });
});

async function save(id: string, version: number, drawing: object): Promise<TestAnswer> {
  const saved = await sluice.admin.send(`PUT /flows/${id}`, { name: 'Flow', ...drawing }, {
    Origin: sluice.url,
    'If-Match': `"${version}"`,
  });
  return expectStatus(saved, 200);
}

async function list(): Promise<readonly FlowSummary[]> {
  return ((await sluice.admin.send('GET /flows')).body as { items: FlowSummary[] }).items;
}

async function problemsOf(id: string): Promise<readonly FlowProblem[]> {
  const { body } = await sluice.admin.send(`GET /flows/${id}/problems`);
  return (body as { items: FlowProblem[] }).items;
}
