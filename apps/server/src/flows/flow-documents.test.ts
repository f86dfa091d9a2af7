import type { FlowDetail, FlowProblem, FlowSummary } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const step = { id: 's', kind: 'step', type: 'tools.set-values', name: 'S', inputs: {} };
const trigger = { id: 't', kind: 'trigger', type: 'haloitsm.incidents', name: 'T' };
const edge = { source: 't', target: 's' };

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
      deduplicate: { windowSeconds: 86_400 },
    },
  });
  expect(edges).toEqual([{ id: 'e1', source: 't', exit: 'next', target: 's' }]);
});

test.each<[string, object, RegExp]>([
  ['no name', { name: ' ', nodes: [] }, /name: A name is needed/],
  ['a name of line breaks', { name: 'a\nb', nodes: [] }, /Control characters/],
  ['a name too long', { name: 'x'.repeat(121), nodes: [] }, /120/],
  ['no nodes', {}, /nodes/],
  ['nodes that are no list', { nodes: { length: 1 } }, /nodes/],
  ['a setting nobody knows', { nodes: [{ ...step, evil: true }] }, /nodes\.0.*Unrecognized key/],
  ['a kind nobody knows', { nodes: [{ ...step, kind: 'loop' }] }, /nodes\.0\.kind/],
  ['a type that is none', { nodes: [{ ...step, type: '../../etc/passwd' }] }, /nodes\.0\.type/],
  ['an id with a path', { nodes: [{ ...step, id: '../x' }] }, /nodes\.0\.id/],
  ['the id of a prototype', { nodes: [{ ...step, id: '__proto__' }] }, /nodes\.0\.id/],
  ['the id of a method', { nodes: [{ ...step, id: 'constructor' }] }, /nodes\.0\.id/],
  ['the id of the constants', { nodes: [{ ...step, id: 'constants' }] }, /constants/],
  ['twins', { nodes: [step, step] }, /same id/],
  ['a loose end', { nodes: [trigger], edges: [edge] }, /not in the flow/],
  [
    'a way into a trigger',
    { nodes: [trigger, step], edges: [{ source: 's', target: 't' }] },
    /into a trigger/,
  ],
  ['a circle of one', { nodes: [step], edges: [{ source: 's', target: 's' }] }, /circle/],
  [
    'a circle of two',
    {
      nodes: [step, { ...step, id: 'z' }],
      edges: [
        { source: 's', target: 'z' },
        { source: 'z', target: 's' },
      ],
    },
    /circle/,
  ],
  [
    'the same edge twice',
    { nodes: [trigger, step], edges: [edge, { ...edge, id: 'x' }] },
    /joins already/,
  ],
  ['a place out of reach', { nodes: [{ ...step, position: { x: 1e9, y: 0 } }] }, /position/],
  [
    'a format that runs code',
    {
      nodes: [
        {
          ...step,
          inputs: {
            a: [{ pill: { nodeId: 't', output: 'x', format: [{ name: 'eval', code: '1' }] } }],
          },
        },
      ],
    },
    /nodes\.0\.inputs/,
  ],
  [
    'too many nodes',
    { nodes: Array.from({ length: 2001 }, (_, i) => ({ ...step, id: `s${i}` })) },
    /nodes/,
  ],
])('a flow with %s is refused with a message', async (_what, changes, message) => {
  const answer = await sluice.admin.send('POST /flows', { name: 'Flow', ...changes });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).toMatch(message);
});

test('id, version and publication cannot be assigned: a flow sent back is a new one', async () => {
  const carried = { id: 'mine', version: 99, publishedVersion: 99, createdBy: 'root' };
  const made = await sluice.admin.send('POST /flows', { name: 'Flow', nodes: [], ...carried });
  const flow = expectStatus(made, 201).body as FlowDetail;
  expect(flow.id).not.toBe('mine');
  expect(flow).toMatchObject({ version: 1, updatedBy: 'Administrator' });
  expect(flow).not.toHaveProperty('publishedVersion');
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
  expect(read.nodes[1]).toMatchObject({
    type: 'future.do-things',
    inputs: { a: [{ text: 'kept' }] },
  });
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

async function list(): Promise<readonly FlowSummary[]> {
  return ((await sluice.admin.send('GET /flows')).body as { items: FlowSummary[] }).items;
}

async function problemsOf(id: string): Promise<readonly FlowProblem[]> {
  const { body } = await sluice.admin.send(`GET /flows/${id}/problems`);
  return (body as { items: FlowProblem[] }).items;
}
