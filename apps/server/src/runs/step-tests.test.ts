import type { FlowDrawing, RunDetail, RunEvent } from '@sluice/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, pill, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let connectionId: string;
beforeAll(async () => {
  sluice = await TestSluice.start();
  connectionId = await sluice.connectHalo();
});
beforeEach(() => sluice.halo.reset());
afterAll(() => sluice.close());

const note = {
  id: 'note',
  type: 'haloitsm.add-action',
  inputs: {
    ticketId: [pill('create', 'ticketId')],
    outcome: [{ text: '7' }],
    note: [{ text: 'About ' }, pill('trigger', 'summary')],
    noteHtml: [{ text: 'About ' }, pill('trigger', 'summary')],
  },
};

test('a step is tested with the outputs of a run, for real and alone', async () => {
  const flow = await sluice.publish(drawing());
  const earlier = await sluice.runOf(flow.url, ticketEvent({ summary: 'Disk full' }));
  const before = sluice.halo.state.actions.length;
  const run = await testStep(flow.id, 'note', { runId: earlier.id });

  expect(run).toMatchObject({ status: 'succeeded', test: true, only: 'note', title: 'note' });
  expect(run.steps['note']).toMatchObject({
    inputs: { ticketId: earlier.steps['create']?.outputs?.['ticketId'], note: 'About Disk full' },
    report: { exchanges: [expect.anything()] },
  });
  expect(run.steps['create']).toMatchObject({
    given: true,
    outputs: { ticketId: earlier.steps['create']?.outputs?.['ticketId'] },
  });
  // Only what the step draws on is handed to it.
  expect(run.steps['trigger']?.outputs).toEqual({ summary: 'Disk full' });
  expect(sluice.halo.state.actions).toHaveLength(before + 1);
  expect(sluice.halo.state.tickets).toHaveLength(1);
});

test('typed values stand over those of the run, and text of HTML is escaped as in any run', async () => {
  const flow = await sluice.publish(drawing());
  const earlier = await sluice.runOf(flow.url, ticketEvent({ summary: 'Disk full' }));
  const given = { trigger: { outputs: { summary: 'typed <b>over</b>' } } };
  const run = await testStep(flow.id, 'note', { runId: earlier.id, given });
  expect(run.steps['note']?.inputs['noteHtml']).toBe('About typed &lt;b&gt;over&lt;/b&gt;');
});

test('a test of a step is listed as what it is, and started no trigger', async () => {
  const { id } = await sluice.draw(drawing());
  const given = { create: { outputs: { ticketId: 1 } } };
  const run = await testStep(id, 'note', { given });
  const { body } = await sluice.admin.send(`GET /runs?flowId=${id}`);
  expect((body as { items: object[] }).items).toMatchObject([
    { id: run.id, test: true, only: 'note', title: 'note', triggerId: '' },
  ]);
  expect(await sluice.signals(`flowId=${id}`)).toEqual([]);
});

test('a test that Halo fails is not tried again, though the step would be', async () => {
  const { id } = await sluice.draw(drawing());
  sluice.halo.setQuirks({ failNext: { kind: 'unavailable', count: 1 } });
  const run = await testStep(id, 'create', {
    given: { trigger: { outputs: { summary: 'Once' } } },
  });
  expect(run).toMatchObject({ status: 'failed', steps: { create: { attempt: 1 } } });
});

test('a test of a step is run again as it was, and not with another version', async () => {
  const { id } = await sluice.draw(drawing());
  const run = await testStep(id, 'create', {
    given: { trigger: { outputs: { summary: 'Again' } } },
  });
  const again = await sluice.admin.send(`POST /runs/${run.id}/repeat`, { version: 'then' });
  const { requestId } = expectStatus(again, 202).body as { requestId: string };
  expect(await sluice.runOver(requestId)).toMatchObject({
    only: 'create',
    steps: { create: { status: 'succeeded', inputs: { summary: 'Again' } } },
  });
  const now = await sluice.admin.send(`POST /runs/${run.id}/repeat`, { version: 'now' });
  expect(now.status).toBe(409);
});

test('whoever may only look tests nothing, and what is not there cannot be tested', async () => {
  const { id } = await sluice.draw(drawing());
  const other = await sluice.publish(drawing());
  const foreign = await sluice.runOf(other.url, ticketEvent());
  const { browser } = await sluice.logInAs('viewer');
  const path = (nodeId: string) => `POST /flows/${id}/nodes/${nodeId}/test`;
  expect((await browser.send(path('note'), {})).status).toBe(403);
  for (const nodeId of ['trigger', 'nobody']) {
    expect((await sluice.admin.send(path(nodeId), {})).status).toBe(404);
  }
  expect((await sluice.admin.send(path('note'), { runId: foreign.id })).status).toBe(404);
  const long = { create: { outputs: { text: 'x'.repeat(200_000) } } };
  for (const given of [long, { create: { outputs: [] } }, { create: 7 }]) {
    expect((await sluice.admin.send(path('note'), { given })).status).toBe(400);
  }
  const headers = { 'If-Match': '"99"' };
  expect((await sluice.admin.send(path('note'), {}, headers)).status).toBe(412);
});

test('a test of the draft takes pinned outputs and does not run the step; a published run does', async () => {
  const pinned = { outputs: { ticketId: 4711 }, exits: ['next'] };
  const drawn = drawing();
  const nodes = drawn.nodes.map((node) => (node.id === 'create' ? { ...node, pinned } : node));
  const flow = await sluice.publish({ nodes, edges: drawn.edges });
  const saved = await sluice.admin.send(`GET /flows/${flow.id}`);
  expect(JSON.stringify(saved.body)).toContain('4711');

  const started = await sluice.admin.send(`POST /flows/${flow.id}/test`, {
    nodeId: 'trigger',
    payload: ticketEvent(),
  });
  const tested = await sluice.runOver((started.body as { requestId: string }).requestId);
  expect(tested.steps['create']).toMatchObject({ given: true, outputs: { ticketId: 4711 } });
  expect(tested.steps['note']?.inputs['ticketId']).toBe(4711);
  expect(sluice.halo.state.tickets).toEqual([]);

  const run = await sluice.runOf(flow.url, ticketEvent());
  expect(run.steps['create']?.given).toBeUndefined();
  expect(run.steps['create']?.outputs?.['ticketId']).not.toBe(4711);
  expect(JSON.stringify(run.drawing)).not.toContain('4711');
  const version = await sluice.admin.send(`GET /flows/${flow.id}/versions/${flow.version}`);
  expect(JSON.stringify(version.body)).not.toContain('4711');
});

test('a trigger whose outputs are pinned begins a test with them, whatever the payload says', async () => {
  const { id } = await sluice.draw(
    drawHaloFlow({
      connectionId,
      trigger: { pinned: { outputs: { summary: 'Pinned' } } },
      steps: [createTicket()],
    }),
  );
  const started = await sluice.admin.send(`POST /flows/${id}/test`, {
    nodeId: 'trigger',
    payload: ticketEvent({ summary: 'Sent' }),
  });
  const run = await sluice.runOver((started.body as { requestId: string }).requestId);
  expect(run.triggerOutputs).toEqual({ summary: 'Pinned' });
  expect(run.steps['create']?.inputs).toEqual({ summary: 'Pinned' });
});

test('the events of a test of one step fold to what is shown of it', async () => {
  const { id } = await sluice.draw(drawing());
  const run = await testStep(id, 'note', { given: { create: { outputs: { ticketId: 1 } } } });
  const { body } = await sluice.admin.send(`GET /runs/${run.id}/events`);
  const [first] = (body as { items: RunEvent[] }).items;
  expect(first).toMatchObject({ only: 'note', given: { create: { exits: ['next'] } } });
});

function drawing(): FlowDrawing {
  return drawHaloFlow({ connectionId, steps: [createTicket(), note] });
}

async function testStep(flowId: string, nodeId: string, body: object): Promise<RunDetail> {
  const started = await sluice.admin.send(`POST /flows/${flowId}/nodes/${nodeId}/test`, body);
  return sluice.runOver((expectStatus(started, 202).body as { requestId: string }).requestId);
}
