import type { BulkRetry, Page, RunDetail, RunSummary } from '@sluice/schema';
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

/** Fails at once, so that a person has to retry. */
const once = { attempts: 1, firstDelaySeconds: 1, longestDelaySeconds: 1 };

test('a failed run goes on from the failed step, and says who had it do so', async () => {
  const steps = [
    createTicket({ retry: once }),
    { id: 'second', type: 'tools.set-values', inputs: { values: entries('ticketId') } },
  ];
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps }));
  const failed = await failedRun(flow.url, 'Retry me');
  expect(failed.steps['second']).toMatchObject({ status: 'skipped' });

  const { browser } = await sluice.logInAs('operator');
  const retried = expectStatus(await browser.send(`POST /runs/${failed.id}/retry`), 200);
  expect(retried.body).toMatchObject({ id: failed.id });
  const run = await sluice.runOver(failed.id);
  expect(run).toMatchObject({ status: 'succeeded', retries: [{ by: 'operator' }] });
  expect(run.steps).toMatchObject({
    create: { status: 'succeeded', attempt: 2 },
    second: { status: 'succeeded' },
  });
  expect(tickets()).toEqual(['Retry me']);
  expect(await audited('run.retried')).toContain(failed.id);
});

test('a retried Create Ticket whose outcome was unknown looks for its ticket before it makes one', async () => {
  const flow = await sluice.publish(
    drawHaloFlow({ connectionId, steps: [createTicket({ retry: once })] }),
  );
  sluice.halo.setQuirks({ failNext: { kind: 'drop-answer', count: 1 } });
  const failed = await sluice.runOf(flow.url, ticketEvent({ summary: 'Made unseen' }));
  expect(failed).toMatchObject({ status: 'failed', steps: { create: { unsure: true } } });
  expect(tickets()).toEqual(['Made unseen']);

  await retry(failed.id);
  const run = await sluice.runOver(failed.id);
  expect(run.steps['create']).toMatchObject({
    status: 'succeeded',
    outputs: { ticketId: sluice.halo.state.tickets[0]?.id },
  });
  expect(tickets()).toEqual(['Made unseen']);
});

test('only what failed or was cancelled can be retried, and the answer says why', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const done = await sluice.runOf(flow.url, ticketEvent());
  const refused = await sluice.admin.send(`POST /runs/${done.id}/retry`);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ detail: expect.stringContaining('succeeded') });
  expect((await sluice.admin.send('POST /runs/nobody/retry')).status).toBe(404);
  const { browser } = await sluice.logInAs('viewer');
  for (const path of [`${done.id}/retry`, `${done.id}/repeat`, 'retry']) {
    expect([path, (await browser.send(`POST /runs/${path}`)).status]).toEqual([path, 403]);
  }
});

test('a run begins again from the start, with the version of then or of now', async () => {
  const before = drawHaloFlow({ connectionId, steps: [createTicket()] });
  const flow = await sluice.publish(before);
  const first = await sluice.runOf(flow.url, ticketEvent({ id: 12, summary: 'Again' }));
  const named = createTicket({ inputs: { details: 'by version two' } });
  await republish(flow.id, drawHaloFlow({ connectionId, steps: [named] }));

  const then = await repeated(first.id, 'then');
  expect(then).toMatchObject({
    status: 'succeeded',
    flowVersion: first.flowVersion,
    originRunId: first.id,
    title: '#12 Again',
    triggerOutputs: first.triggerOutputs,
    signalId: first.signalId,
  });
  const now = await repeated(first.id, 'now');
  expect(now.flowVersion).toBeGreaterThan(first.flowVersion);
  expect(now.steps['create']?.inputs).toMatchObject({ details: 'by version two' });
  expect(tickets()).toEqual(['Again', 'Again', 'Again']);
  expect(await audited('run.repeated')).toContain(first.id);
});

test('a run cannot begin again where there is nothing left to begin with', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const run = await sluice.runOf(flow.url, ticketEvent());
  const other = drawHaloFlow();
  await republish(flow.id, {
    ...other,
    nodes: other.nodes.map((node) => ({ ...node, id: 'another' })),
  });
  const now = await sluice.admin.send(`POST /runs/${run.id}/repeat`, { version: 'now' });
  expect(now.status).toBe(409);
  expect(now.body).toMatchObject({ detail: expect.stringContaining('no trigger “Incidents”') });
  expect((await repeat(run.id, 'then')).status).toBe(202);

  await sluice.admin.send(`DELETE /flows/${flow.id}`);
  expect((await repeat(run.id, 'then')).status).toBe(409);
  expect((await repeat('nobody', 'then')).status).toBe(404);
  for (const body of [{}, { version: 3 }, { version: 'then', runId: 'x' }]) {
    expect((await sluice.admin.send(`POST /runs/${run.id}/repeat`, body)).status).toBe(400);
  }
});

test('failed runs are retried together, by name or by filter, and each refusal has its reason', async () => {
  const flow = await sluice.publish(
    drawHaloFlow({ connectionId, steps: [createTicket({ retry: once })] }),
  );
  const runs: RunDetail[] = [];
  for (const summary of ['one', 'two', 'three']) runs.push(await failedRun(flow.url, summary));
  const ids = runs.map(({ id }) => id);

  const named = await bulk({ ids: [ids[0], ids[0], 'nobody'] });
  expect(named).toEqual({
    retried: 1,
    refused: [{ id: 'nobody', why: 'There is no such run.' }],
  });
  await sluice.runOver(ids[0] ?? '');
  expect(await bulk({ filter: { flowId: flow.id } })).toEqual({ retried: 2, refused: [] });
  for (const id of ids) expect(await sluice.runOver(id)).toMatchObject({ status: 'succeeded' });
  expect(tickets().toSorted()).toEqual(['one', 'three', 'two']);
  const left = await sluice.admin.send(`GET /runs?status=failed&flowId=${flow.id}`);
  expect((left.body as Page<RunSummary>).items).toEqual([]);

  const tooMany = Array.from({ length: 1001 }, (_, index) => `run-${index}`);
  for (const body of [{}, { ids: [] }, { ids: tooMany }, { filter: { status: 'succeeded' } }]) {
    expect((await sluice.admin.send('POST /runs/retry', body)).status).toBe(400);
  }
});

test('runs are found by trigger, and tests apart from the others', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const real = await sluice.runOf(flow.url, ticketEvent());
  const tested = await sluice.admin.send(`POST /flows/${flow.id}/test`, {
    nodeId: 'trigger',
    payload: ticketEvent(),
  });
  const { requestId } = tested.body as { requestId: string };
  await sluice.runOver(requestId);
  const found = async (query: string) => {
    const { body } = await sluice.admin.send(`GET /runs?flowId=${flow.id}&${query}`);
    return (body as Page<RunSummary>).items.map(({ id }) => id);
  };
  expect(await found('test=true')).toEqual([requestId]);
  expect(await found('test=false')).toEqual([real.id]);
  expect(await found('triggerId=trigger')).toEqual([requestId, real.id]);
  expect(await found('triggerId=other')).toEqual([]);
  expect((await sluice.admin.send('GET /runs?test=maybe')).status).toBe(400);
});

function entries(output: string) {
  return {
    entries: [{ id: 'a', name: [{ text: 'value' }], value: [pill('create', output)] }],
  };
}

async function failedRun(url: string, summary: string): Promise<RunDetail> {
  sluice.halo.setQuirks({ failNext: { kind: 'bad-request-string', count: 1 } });
  const run = await sluice.runOf(url, ticketEvent({ summary }));
  expect(run.status).toBe('failed');
  return run;
}

async function retry(id: string): Promise<void> {
  expectStatus(await sluice.admin.send(`POST /runs/${id}/retry`), 200);
}

function repeat(id: string, version: string) {
  return sluice.admin.send(`POST /runs/${id}/repeat`, { version });
}

async function repeated(id: string, version: string): Promise<RunDetail> {
  const { body } = expectStatus(await repeat(id, version), 202);
  return sluice.runOver((body as { requestId: string }).requestId);
}

async function bulk(body: object): Promise<BulkRetry> {
  return expectStatus(await sluice.admin.send('POST /runs/retry', body), 200).body as BulkRetry;
}

async function republish(flowId: string, drawing: object): Promise<void> {
  const read = await sluice.admin.send(`GET /flows/${flowId}`);
  const { name, version } = read.body as { name: string; version: number };
  const saved = await sluice.admin.send(
    `PUT /flows/${flowId}`,
    { name, ...drawing },
    { Origin: sluice.url, 'If-Match': `"${version}"` },
  );
  expectStatus(saved, 200);
  expectStatus(await sluice.admin.send(`POST /flows/${flowId}/publish`), 200);
}

function tickets(): readonly string[] {
  return sluice.halo.state.tickets.map(({ summary }) => summary);
}

async function audited(action: string): Promise<readonly string[]> {
  const { body } = await sluice.admin.send('GET /audit?limit=200');
  return (body as Page<{ id: string; action: string; subject: string }>).items
    .filter((entry) => entry.action === action)
    .map(({ subject }) => subject);
}
