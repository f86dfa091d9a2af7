import {
  type LiveMessage,
  type Page,
  type RunEvent,
  type RunSummary,
  type Signal,
  foldRun,
} from '@sluice/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTicket, drawHaloFlow, pill, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { TestSluice } from '../testing/test-sluice.ts';
import { watchLive } from '../testing/watch-live.ts';

let sluice: TestSluice;
let connectionId: string;
beforeAll(async () => {
  sluice = await TestSluice.start({ env: { SLUICE_RUNS_AT_ONCE: '2' } });
  connectionId = await sluice.connectHalo();
});
beforeEach(() => sluice.halo.reset());
afterAll(() => sluice.close());

test('a run is the fold of its events, with its inputs, outputs and exchanges', async () => {
  const flow = await sluice.publish(
    drawHaloFlow({ connectionId, steps: [createTicket()] }),
    'Fold',
  );
  const run = await sluice.runOf(flow.url, ticketEvent({ id: 7, summary: 'Disk full' }));
  const events = await eventsOf(run.id);
  expect(events.map(({ type }) => type)).toEqual([
    'run.started',
    'step.started',
    'step.succeeded',
    'run.finished',
  ]);
  expect(run).toMatchObject({ ...foldRun(events), flowName: 'Fold', title: '#7 Disk full' });
  expect(run.steps['create']).toMatchObject({
    status: 'succeeded',
    attempt: 1,
    inputs: { summary: 'Disk full' },
    outputs: { ticketId: expect.any(Number), statusCode: 201 },
    report: { log: [expect.stringContaining('Created ticket')] },
  });
  expect(run.drawing.nodes).toHaveLength(2);
  expect(run.signalId).toBeDefined();
});

test('a step that fails without an error exit fails the run, and says at which input', async () => {
  const wrong = createTicket({ inputs: { ticketTypeId: 'no number' } });
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [wrong] }));
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect(run).toMatchObject({
    status: 'failed',
    steps: { create: { failure: { code: 'invalid-input', input: 'ticketTypeId' } } },
  });
  expect(sluice.halo.state.tickets).toEqual([]);
});

test('a step that fails continues by its error exit, with what went wrong as outputs', async () => {
  const values = {
    entries: [{ id: 'a', name: [{ text: 'why' }], value: [pill('create', 'message')] }],
  };
  const drawing = drawHaloFlow({
    connectionId,
    steps: [
      createTicket({ inputs: { ticketTypeId: '999' } }),
      { id: 'after', type: 'tools.set-values', inputs: { values } },
      { id: 'never', type: 'tools.set-values', inputs: {} },
    ],
    edges: [
      { id: 'a', source: 'trigger', exit: 'next', target: 'create' },
      { id: 'b', source: 'create', exit: 'error', target: 'after' },
      { id: 'c', source: 'create', exit: 'next', target: 'never' },
    ],
  });
  const run = await sluice.runOf((await sluice.publish(drawing)).url, ticketEvent());
  expect(run.status).toBe('succeeded');
  expect(run.steps).toMatchObject({
    create: { status: 'failed', exits: ['error'] },
    after: { status: 'succeeded' },
    never: { status: 'skipped' },
  });
  expect(JSON.stringify(run.steps['after']?.inputs)).toContain(
    run.steps['create']?.failure?.message,
  );
});

test('runs are found by flow, status, time, ticket number and anything they hold', async () => {
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const good = await sluice.runOf(flow.url, ticketEvent({ id: 81_234, summary: 'Ökostrom „aus“' }));
  sluice.halo.setQuirks({ failNext: { kind: 'bad-request-string', count: 1 } });
  const details = 'line one\nsaid "hello" 100% c:\\temp';
  const bad = await sluice.runOf(flow.url, ticketEvent({ id: 81_235, summary: 'Plain', details }));
  const later = new Date(Date.now() + 60_000).toISOString();
  const found = async (query: string) =>
    (await list(`flowId=${flow.id}&${query}`)).map(({ id }) => id);

  expect(await found('')).toEqual([bad.id, good.id]);
  expect(await found('status=failed')).toEqual([bad.id]);
  expect(await found('status=succeeded')).toEqual([good.id]);
  expect(await found('status=running')).toEqual([]);
  expect(await found(`from=${later}`)).toEqual([]);
  expect(await found(`to=${later}`)).toHaveLength(2);
  await sluice.indexed();
  expect(await found('q=81234')).toEqual([good.id]);
  expect(await found(`q=${good.id}`)).toEqual([good.id]);
  expect(await found(`q=${good.id.toUpperCase()}`)).toEqual([good.id]);
  expect(await found('q=plain')).toEqual([bad.id]);
  for (const q of ['Ökostrom', 'ÖKOSTROM', '„aus“']) {
    expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, [good.id]]);
  }
  for (const q of ['said "hello"', 'one\nsaid', '100% c', 'c:\\temp', 'SAID']) {
    expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, [bad.id]]);
  }
  expect(await found('q=hel%20plai')).toEqual([bad.id]);
  expect(await found('status=succeeded&q=plain')).toEqual([]);
  expect(await found('q=ain')).toEqual([]);
  expect(await found(`q=${good.id.slice(0, 12)}`)).toContain(good.id);
  expect(await found(`q=${encodeURIComponent("' or 1=1 --")}`)).toEqual([]);
  expect((await sluice.admin.send('GET /runs?status=finished')).status).toBe(400);
  expect((await sluice.admin.send('GET /runs?from=yesterday')).status).toBe(400);
});

test('pages follow one another without gaps while new runs come in', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const { body } = await sluice.post(
    flow.url,
    Array.from({ length: 7 }, () => ticketEvent()),
  );
  const seen: string[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const page = await pageOf(`flowId=${flow.id}&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
    await sluice.post(flow.url, ticketEvent());
  }
  expect(seen).toEqual([...(body.requestIds ?? [])].reverse());
  expect(await list(`flowId=${flow.id}&limit=200`)).toHaveLength(10);
  for (const limit of ['0', '201', '-1', 'all']) {
    expect((await sluice.admin.send(`GET /runs?limit=${limit}`)).status).toBe(400);
  }
});

test('a run under way, one that waits and one in the queue can be cancelled', async () => {
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  sluice.halo.setQuirks({ delayMs: 300 });
  const ids = [];
  for (let index = 0; index < 3; index += 1) {
    ids.push(
      (await sluice.post(flow.url, ticketEvent({ summary: `run ${index}` }))).body.requestId,
    );
  }
  const [first = '', , queued = ''] = ids;
  expect((await sluice.run(queued)).steps).toEqual({});
  expect((await cancel(queued)).body).toMatchObject({ id: queued, status: 'cancelled' });
  await eventually(async () => (await sluice.run(first)).steps['create'], 'the first has begun');
  expect((await cancel(first)).status).toBe(200);

  expect(await sluice.runOver(first)).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'Administrator',
  });
  expect(await sluice.runOver(ids[1] ?? '')).toMatchObject({ status: 'succeeded' });
  expect((await sluice.run(queued)).steps).toEqual({});
  expect(sluice.halo.state.tickets.map(({ summary }) => summary)).not.toContain('run 2');
  // What was in flight when it was cancelled is still recorded.
  await eventually(async () => {
    const { create } = (await sluice.run(first)).steps;
    return create?.status === 'succeeded' || undefined;
  }, 'the step in flight is recorded');
  expect((await cancel(first)).status).toBe(409);
  expect((await cancel('nobody')).status).toBe(404);
});

test('a run that waits for its next attempt can be cancelled, and stays so', async () => {
  const retry = { attempts: 5, firstDelaySeconds: 60, longestDelaySeconds: 60 };
  const flow = await sluice.publish(
    drawHaloFlow({ connectionId, steps: [createTicket({ retry })] }),
  );
  sluice.halo.setQuirks({ failNext: { kind: 'unavailable', count: 1 } });
  const { requestId } = (await sluice.post(flow.url, ticketEvent())).body;
  const waiting = await eventually(async () => {
    const run = await sluice.run(requestId);
    return run.status === 'waiting' ? run : undefined;
  }, 'the run waits');
  expect(waiting.steps['create']).toMatchObject({ status: 'retrying', until: expect.any(String) });
  expect((await list('status=waiting')).map(({ id }) => id)).toEqual([requestId]);
  expect((await cancel(requestId)).status).toBe(200);
  expect((await sluice.run(requestId)).status).toBe('cancelled');
  expect(await list('status=waiting')).toEqual([]);
});

test('an operator may cancel a run, a viewer may not', async () => {
  const flow = await sluice.publish(drawHaloFlow());
  const run = await sluice.runOf(flow.url, ticketEvent());
  const statuses = [];
  for (const role of ['viewer', 'operator'] as const) {
    const { browser } = await sluice.logInAs(role);
    statuses.push((await browser.send(`POST /runs/${run.id}/cancel`)).status);
  }
  expect(statuses).toEqual([403, 409]);
});

test('whoever watches is told of signals and of each event of a run', async () => {
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const other = await sluice.publish(drawHaloFlow());
  const watching = await watchLive(sluice.url, sluice.admin, `flowId=${flow.id}`);
  await sluice.runOf(other.url, ticketEvent());
  const run = await sluice.runOf(flow.url, ticketEvent({ id: 5, summary: 'watched' }));
  await eventually(
    () => watching.seen.find(({ data }) => (data as LiveMessage).run?.status === 'succeeded'),
    'the end of the run is told',
  );
  const [signal, ...messages] = watching.seen;
  expect(signal).toMatchObject({
    name: 'signal',
    data: { requestId: run.id, title: '#5 watched', outcome: 'accepted' } satisfies Partial<Signal>,
  });
  const told = messages.flatMap(({ data }) => (data as LiveMessage).events);
  expect(told).toEqual(await eventsOf(run.id));
  watching.stop();
});

test('a stream ends when its user is disabled, and needs somebody who is logged in', async () => {
  const { browser, user } = await sluice.logInAs('viewer');
  const watching = await watchLive(sluice.url, browser);
  await sluice.admin.send(`PATCH /users/${user.id}`, { disabled: true });
  await eventually(() => watching.ended || undefined, 'the stream has ended');
  await expect(watchLive(sluice.url, browser)).rejects.toThrow('401');
});

async function pageOf(query: string): Promise<Page<RunSummary>> {
  return (await sluice.admin.send(`GET /runs?${query}`)).body as Page<RunSummary>;
}

async function list(query: string): Promise<readonly RunSummary[]> {
  return (await pageOf(query)).items;
}

async function eventsOf(runId: string): Promise<readonly RunEvent[]> {
  const { body } = await sluice.admin.send(`GET /runs/${runId}/events`);
  return (body as { items: RunEvent[] }).items;
}

function cancel(runId: string) {
  return sluice.admin.send(`POST /runs/${runId}/cancel`);
}
