import { catalogue } from '@sluice/connectors';
import {
  type FlowDetail,
  type FlowTemplate,
  checkFlowFile,
  flowToFile,
  readFlowFileValue,
} from '@sluice/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { expectStatus } from '../testing/test-client.ts';
import { type TestPeer, startTestPeer } from '../testing/test-peer.ts';
import { TestSluice } from '../testing/test-sluice.ts';
import { loadTemplates } from './load-templates.ts';

let sluice: TestSluice;
let peer: TestPeer;
let halo: string;
beforeAll(async () => {
  sluice = await TestSluice.start();
  halo = await sluice.connectHalo();
});
beforeEach(async () => {
  sluice.halo.reset();
  peer = await startTestPeer();
  return () => peer.close();
});
afterAll(() => sluice.close());

test('the gallery shows at least six templates, each with a purpose and a drawing', async () => {
  const read = expectStatus(await sluice.admin.send('GET /templates'), 200);
  const { items } = read.body as { items: readonly FlowTemplate[] };
  expect(items.length).toBeGreaterThanOrEqual(6);
  expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  for (const { purpose, nodes } of items) {
    expect(purpose).toMatch(/^[A-Z].*\.$/);
    expect(nodes.length).toBeGreaterThan(1);
  }
});

test.each(loadTemplates().map((template) => [template.id, template] as const))(
  'the template %s is a flow without problems once its connections and answers are given',
  (_id, { file, asks }) => {
    for (const ask of asks) {
      const node = file.nodes.find(({ id }) => id === ask.nodeId);
      expect(node).toBeDefined();
    }
    const answered = {
      ...file,
      nodes: file.nodes.map((node) => {
        const own = asks.filter(({ nodeId }) => nodeId === node.id);
        const inputs = own.map(({ input }) => [input, [{ text: 'https://example.com' }]]);
        return { ...node, inputs: { ...node.inputs, ...Object.fromEntries(inputs) } };
      }),
    };
    const check = checkFlowFile(readFlowFileValue(answered), catalogue);
    expect(check.refusals).toEqual([]);
    expect(check.problems).toEqual([]);
  },
);

test('a template keeps its place open for what is not chosen, and may be given a name', async () => {
  const made = await make('nobody-has-it', { name: 'Wake the desk' });
  expect(made).toMatchObject({ name: 'Wake the desk', version: 1 });
  expect(JSON.stringify(made.nodes)).not.toContain('connectionId');
  expect(made).not.toHaveProperty('publishedVersion');
  const refused = await sluice.admin.send(`POST /flows/${made.id}/publish`);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('has no connection');
  expect(JSON.stringify(refused.body)).toContain('needs URL');
});

test.each([
  ['a template that does not exist', ['nothing', {}, 404]],
  ['a connection it does not need', ['follow-up', { connections: { other: 'x' } }, 422]],
  ['a connection that does not exist', ['follow-up', { connections: { halo: 'x' } }, 422]],
  ['answers that are no text', ['nightly-check', { answers: { address: 7 } }, 400]],
] as const)('%s is refused, and nothing is made', async (_what, [id, body, status]) => {
  const before = await count();
  expect((await sluice.admin.send(`POST /templates/${id}/flows`, body)).status).toBe(status);
  expect(await count()).toBe(before);
});

test('viewers see the gallery and make nothing of it', async () => {
  const { browser } = await sluice.logInAs('viewer');
  expect((await browser.send('GET /templates')).status).toBe(200);
  expect((await browser.send('POST /templates/follow-up/flows', {})).status).toBe(403);
});

test('a flow made of a template is exported as the template', async () => {
  const template = loadTemplates().find(({ id }) => id === 'follow-up');
  const { id, name, nodes, edges } = await make('follow-up');
  const file = flowToFile(
    { id, name, nodes, edges },
    { catalogue, connections: new Map(), flowNames: new Map() },
  );
  expect(file.nodes.map((node) => node.inputs)).toEqual(
    template?.file.nodes.map((node) => node.inputs),
  );
});

test('follow-up: a ticket gets another one that says where it comes from', async () => {
  const url = await publish('follow-up', { connections: { halo } });
  const run = await sluice.runOf(url, ticketEvent({ id: 4243, summary: 'Tills are down' }));
  expect(run.status).toBe('succeeded');
  const { tickets, actions } = sluice.halo.state;
  expect(tickets).toMatchObject([{ summary: 'Follow-up of 4243: Tills are down' }]);
  expect(actions.map(({ note }) => note)).toContain(
    'Opened because ticket 4243 was logged (assigned).',
  );
});

test('enrich: the owner told by the inventory gets the ticket and is written on it', async () => {
  const url = await publish('enrich', { connections: { halo, inventory: await connectPeer() } });
  const { id } = await sluice.halo.logTicket({ summary: 'Slow', agent_id: 1 });
  peer.answerWith(200, { team: 'Network', owner: 'Mina Larsen', runbook: 'https://wiki/vpn' });
  const event = ticketEvent({ id, category_1: 'Network>VPN' });
  expect((await sluice.runOf(url, event)).status).toBe('succeeded');
  expect(peer.seen).toMatchObject([{ method: 'GET', path: '/services/Network%3EVPN' }]);
  expect(sluice.halo.state.tickets).toMatchObject([{ id, team_id: teams.network }]);
  expect(notesOn(id)).toContain('Owner: Mina Larsen\nRunbook: https://wiki/vpn');

  peer.answerWith(404, { error: 'Unknown service' });
  const unknown = await sluice.runOf(url, ticketEvent({ id, category_1: 'Hardware' }));
  expect(unknown.status).toBe('succeeded');
  expect(notesOn(id).join('\n')).toContain('The inventory told nothing of “Hardware”');
});

test('nobody-has-it: the chat hears of critical tickets without an agent, and of no others', async () => {
  const connections = { halo };
  const url = await publish('nobody-has-it', { connections, answers: { chat: `${peer.url}/in` } });
  const { id } = await sluice.halo.logTicket({ summary: 'Tills are down', agent_id: 1 });
  const critical = { id, summary: 'Say "no" to \\ tills', agent_id: 1, priority_id: 1 };
  expect((await sluice.runOf(url, ticketEvent(critical))).status).toBe('succeeded');
  expect(peer.seen).toMatchObject([{ method: 'POST', path: '/in' }]);
  expect(peer.seen[0]?.body).toHaveProperty(
    'text',
    expect.stringContaining(`Nobody has the critical ticket ${id}: Say "no" to \\ tills`),
  );
  expect(notesOn(id)).toContain('Sluice told the chat that nobody has this ticket.');

  await sluice.runOf(url, ticketEvent({ ...critical, agent_id: 27 }));
  await sluice.runOf(url, ticketEvent({ ...critical, priority_id: 3 }));
  expect(peer.seen).toHaveLength(1);
});

test('alert-to-ticket: an alert that is sent twice makes one ticket, and the sender gets its number', async () => {
  const url = await publish('alert-to-ticket', { connections: { halo } });
  const alert = { key: 'disk-7', title: 'Disk is full', description: '/var at 100 %' };
  const answer = await sluice.post(url, alert);
  const [ticket] = sluice.halo.state.tickets;
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ ticketId: ticket?.id });
  expect(ticket).toMatchObject({ summary: 'Disk is full' });

  const again = await sluice.post(url, { ...alert, title: 'Disk is still full' });
  expect(again.body).toEqual(answer.body);
  expect((await sluice.post(url, { ...alert, key: 'disk-8' })).status).toBe(201);
  expect(sluice.halo.state.tickets).toHaveLength(2);
});

test('alert-to-ticket: the sender is told when Halo refuses', async () => {
  const url = await publish('alert-to-ticket', { connections: { halo: await connectInVain() } });
  const answer = await sluice.post(url, { key: 'x', title: 'Disk is full' });
  expect(answer.status).toBe(502);
  expect(answer.body).toHaveProperty('error');
});

test('assign-by-category: a ticket is handed to the team of its category, others to the first line', async () => {
  const url = await publish('assign-by-category', { connections: { halo } });
  for (const [category, team] of [
    ['Applications', teams.platform],
    ['network', teams.network],
    ['Something else', teams.firstLine],
  ] as const) {
    const { id } = await sluice.halo.logTicket({ summary: category, agent_id: 1 });
    const run = await sluice.runOf(url, ticketEvent({ id, category_1: category }));
    expect(run.status).toBe('succeeded');
    expect(sluice.halo.state.tickets.find((ticket) => ticket.id === id)).toMatchObject({
      team_id: team,
    });
  }
});

test('failed-run: a run that fails opens a ticket and tells the chat', async () => {
  const made = await make('failed-run', {
    connections: { halo },
    answers: { chat: `${peer.url}/in` },
  });
  expectStatus(await sluice.admin.send(`POST /flows/${made.id}/publish`), 200);
  const inputs = { as: 'failed', message: 'The mailbox is "full".' };
  const failing = await sluice.publish(
    drawHaloFlow({ steps: [{ id: 'stop', type: 'tools.stop', inputs }] }),
    'Broken one',
  );
  await sluice.runOf(failing.url, ticketEvent({ summary: 'Asked for' }));
  await eventually(() => (peer.seen.length > 0 ? true : undefined), 'the chat is told');
  const [ticket] = await eventually(
    () => (sluice.halo.state.tickets.length > 0 ? sluice.halo.state.tickets : undefined),
    'there is a ticket',
  );
  expect(ticket?.summary).toMatch(/^Broken one failed: .*Asked for/);
  expect(peer.seen).toMatchObject([
    { body: { text: 'Broken one failed: The mailbox is "full".' } },
  ]);
  const runs = await eventually(async () => {
    const { body } = await sluice.admin.send(`GET /runs?flowId=${made.id}&status=succeeded`);
    const { items } = body as { items: readonly object[] };
    return items.length > 0 ? items : undefined;
  }, 'the run is over');
  expect(runs).toHaveLength(1);
  expectStatus(await sluice.admin.send(`DELETE /flows/${made.id}`), 204);
});

/** The simulator's teams as tickets name them. */
const teams = { firstLine: 1, network: 2, platform: 3 };

interface Choices {
  readonly name?: string;
  readonly connections?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
}

async function make(id: string, choices: Choices = {}): Promise<FlowDetail> {
  const made = await sluice.admin.send(`POST /templates/${id}/flows`, choices);
  return expectStatus(made, 201).body as FlowDetail;
}

/** Makes a flow of a template, publishes it as it is, and returns its trigger's URL. */
async function publish(id: string, choices: Choices): Promise<string> {
  const flow = await make(id, choices);
  expectStatus(await sluice.admin.send(`POST /flows/${flow.id}/publish`), 200);
  const trigger = flow.nodes.find(({ kind }) => kind === 'trigger');
  return (await sluice.trigger(flow.id, trigger?.id)).url;
}

async function connectPeer(): Promise<string> {
  const values = { baseUrl: peer.url, authentication: 'none' };
  const made = await sluice.admin.send('POST /connections', {
    name: 'Inventory',
    type: 'http',
    values,
  });
  return (expectStatus(made, 201).body as { id: string }).id;
}

/** A connection to a Halo that refuses every login. */
function connectInVain(): Promise<string> {
  return sluice.connectHalo({ clientSecret: 'wrong' });
}

function notesOn(ticketId: number): (string | undefined)[] {
  const { actions } = sluice.halo.state;
  return actions.filter(({ ticket_id }) => ticket_id === ticketId).map(({ note }) => note);
}

async function count(): Promise<number> {
  return ((await sluice.admin.send('GET /flows')).body as { items: object[] }).items.length;
}
