import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowDrawing, InputValue, Page, RunDetail, RunSummary } from '@sluice/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DrawnStep, drawHaloFlow, pill, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let desk: Server;
/** What the desk was asked for, and what it says: an item of this list is refused. */
let asked: string[];
let refused: Set<string>;
/** While set, the desk answers nobody. */
let held: Promise<void> | undefined;
let most = 0;
let open = 0;

beforeAll(async () => {
  sluice = await TestSluice.start();
  desk = createServer((request, response) => {
    const item = (request.url ?? '').slice(1);
    asked.push(item);
    most = Math.max(most, (open += 1));
    response.on('close', () => (open -= 1));
    void (held ?? Promise.resolve()).then(() =>
      setTimeout(() => response.writeHead(refused.has(item) ? 400 : 200).end(), 5),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  asked = [];
  refused = new Set();
  held = undefined;
  most = 0;
});
afterAll(async () => {
  desk.closeAllConnections();
  desk.close();
  await sluice.close();
});

test('a called flow gets its inputs by name, and what it responds is the answer', async () => {
  const called = await publishDouble();
  const caller = await sluice.publish(callerOf(called));
  const run = await sluice.runOf(caller.url, ticketEvent({ summary: 'One' }));
  expect(run).toMatchObject({
    status: 'succeeded',
    steps: { call: { outputs: { status: 'succeeded', answer: { got: 'One' }, message: null } } },
  });
  expect(asked).toEqual(['One']);
  const child = await sluice.run(String(run.steps['call']?.outputs?.['runId']));
  expect(child).toMatchObject({
    status: 'succeeded',
    parent: { runId: run.id, nodeId: 'call', depth: 1 },
    triggerOutputs: { inputs: { item: 'One' }, in1: 'One' },
  });
});

test('a called run that fails fails the step with its message, unless it is to go on', async () => {
  refused.add('Bad');
  const called = await publishDouble();
  const strict = await sluice.publish(callerOf(called));
  const failed = await sluice.runOf(strict.url, ticketEvent({ summary: 'Bad' }));
  expect(failed.status).toBe('failed');
  expect(failed.steps['call']?.failure?.message).toMatch(/^The called run did not succeed\. .*400/);

  const lenient = await sluice.publish(callerOf(called, { goOn: 'true' }));
  const passed = await sluice.runOf(lenient.url, ticketEvent({ summary: 'Bad' }));
  expect(passed).toMatchObject({
    status: 'succeeded',
    steps: { call: { outputs: { status: 'failed', answer: null } } },
  });
});

test('a call that failed is made once more when its run is retried', async () => {
  refused.add('Later');
  const caller = await sluice.publish(callerOf(await publishDouble()));
  const failed = await sluice.runOf(caller.url, ticketEvent({ summary: 'Later' }));
  refused.clear();
  expectStatus(await sluice.admin.send(`POST /runs/${failed.id}/retry`), 200);
  expect(await sluice.runOver(failed.id)).toMatchObject({ status: 'succeeded' });
  expect(asked).toEqual(['Later', 'Later']);
});

test('a flow that cannot be called fails the step, and says what to do', async () => {
  const draft = await sluice.draw(drawHaloFlow({ trigger: callable() }));
  const caller = await sluice.publish(callerOf(draft.id));
  const run = await sluice.runOf(caller.url, ticketEvent());
  expect(run.steps['call']?.failure).toMatchObject({ code: 'not-found', input: 'flowId' });
});

test('flows that call each other without end are stopped ten deep', async () => {
  const loop = drawHaloFlow({ trigger: callable() });
  const { id } = await sluice.draw(loop);
  const itself = callStep(id, [pill('trigger', 'in1')]);
  await save(id, drawHaloFlow({ trigger: callable(), steps: [itself] }));
  expectStatus(await sluice.admin.send(`POST /flows/${id}/publish`), 200);
  const caller = await sluice.publish(callerOf(id));
  const run = await sluice.runOf(caller.url, ticketEvent());
  expect(run.steps['call']?.failure?.message).toContain('Flows may call each other 10 deep');
  expect(await runsOf(id)).toHaveLength(10);
});

test('a flow is run for each item, a few at once, and the answers come in order', async () => {
  const caller = await sluice.publish(eachOf(await publishDouble(), { atOnce: '3' }));
  const run = await sluice.runOf(caller.url, ticketEvent({ summary: list(8) }));
  expect(run.steps['each']?.outputs).toEqual({
    results: Array.from({ length: 8 }, (_, index) => ({ got: `i${index}` })),
    succeeded: 8,
    failed: 0,
    failures: [],
  });
  expect(asked).toHaveLength(8);
  expect(most).toBeLessThanOrEqual(3);
  expect(most).toBeGreaterThan(1);
});

test('an item that failed fails the step, and alone is run again by a retry', async () => {
  refused.add('i1');
  const caller = await sluice.publish(eachOf(await publishDouble()));
  const failed = await sluice.runOf(caller.url, ticketEvent({ summary: list(3) }));
  expect(failed.steps['each']?.failure?.message).toMatch(/^1 of 3 items failed; item 1 first\./);
  refused.clear();
  expectStatus(await sluice.admin.send(`POST /runs/${failed.id}/retry`), 200);
  const run = await sluice.runOver(failed.id);
  expect(run.steps['each']?.outputs).toMatchObject({ succeeded: 3, failed: 0 });
  expect(asked.toSorted()).toEqual(['i0', 'i1', 'i1', 'i2']);
});

test('it goes on over failed items where that is wanted, and says which they are', async () => {
  refused.add('i2');
  const caller = await sluice.publish(eachOf(await publishDouble(), { goOn: 'yes' }));
  const run = await sluice.runOf(caller.url, ticketEvent({ summary: list(3) }));
  expect(run.steps['each']?.outputs).toMatchObject({
    results: [{ got: 'i0' }, { got: 'i1' }, null],
    succeeded: 2,
    failed: 1,
    failures: [{ index: 2 }],
  });
});

test('an empty list is done at once, and one too long or no list at all is refused', async () => {
  const caller = await sluice.publish(eachOf(await publishDouble()));
  const run = async (summary: string) => sluice.runOf(caller.url, ticketEvent({ summary }));
  expect((await run('[]')).steps['each']?.outputs).toMatchObject({ results: [], succeeded: 0 });
  const failureOf = async (text: string) => (await run(text)).steps['each']?.failure;
  const long = JSON.stringify(Array.from({ length: 1001 }, () => 0));
  expect(await failureOf(long)).toMatchObject({
    code: 'invalid-input',
    input: 'list',
    message: 'The list has 1001 items, and 1000 are the most that can be run.',
  });
  expect(await failureOf('{"a": 1}')).toMatchObject({ code: 'invalid-input', input: 'list' });
  expect(asked).toEqual([]);
});

test('cancelling a run ends the runs that it called, and theirs', async () => {
  const release = hold();
  const called = await publishDouble();
  const between = await sluice.publish(
    drawHaloFlow({ trigger: callable(), steps: [callStep(called, [pill('trigger', 'in1')])] }),
  );
  const caller = await sluice.publish(callerOf(between.id));
  const { body } = await sluice.post(caller.url, ticketEvent({ summary: 'Held' }));
  await eventually(() => asked[0], 'the innermost run asks the desk');
  expectStatus(await sluice.admin.send(`POST /runs/${body.requestId}/cancel`), 200);
  const [middle] = await runsOf(between.id);
  const [inner] = await runsOf(called);
  expect(await sluice.runOver(middle?.id ?? '')).toMatchObject({ status: 'cancelled' });
  expect(await sluice.runOver(inner?.id ?? '')).toMatchObject({ status: 'cancelled' });
  release();
});

test('a called run that is cancelled fails the step that called it', async () => {
  const release = hold();
  const called = await publishDouble();
  const caller = await sluice.publish(callerOf(called));
  const { body } = await sluice.post(caller.url, ticketEvent({ summary: 'Held' }));
  await eventually(() => asked[0], 'the called run asks the desk');
  const [child] = await runsOf(called);
  expectStatus(await sluice.admin.send(`POST /runs/${child?.id}/cancel`), 200);
  const run = await sluice.runOver(body.requestId);
  expect(run.steps['call']?.failure?.message).toContain('It was cancelled.');
  release();
});

test('a run survives a restart while the runs that it called are under way', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-restart-'));
  const release = hold();
  try {
    const first = await TestSluice.start({ dataDir });
    const called = await publishDouble(first);
    const caller = await first.publish(eachOf(called, { atOnce: '2' }));
    const { body } = await first.post(caller.url, ticketEvent({ summary: list(5) }));
    await eventually(() => asked[1], 'two items are under way');
    // The attempts under way are cut short by closing the desk's side, and retried afterwards.
    release();
    await first.close();

    const second = await TestSluice.start({ dataDir });
    const run = await second.runOver(body.requestId);
    expect(run.status).toBe('succeeded');
    expect(run.steps['each']?.outputs).toMatchObject({
      results: Array.from({ length: 5 }, (_, index) => ({ got: `i${index}` })),
    });
    const { items } = (await second.admin.send(`GET /runs?flowId=${called}`))
      .body as Page<RunSummary>;
    expect(items).toHaveLength(5);
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

function callable() {
  const inputs = lines([['in1', 'item', 'sample']]);
  return { type: 'flows.callable', name: 'Callable', inputs: { inputs } };
}

/** A callable flow that asks the desk about its item, and answers what it got. */
async function publishDouble(on = sluice): Promise<string> {
  const { port } = desk.address() as AddressInfo;
  const steps: DrawnStep[] = [
    {
      id: 'ask',
      type: 'http.send-request',
      inputs: {
        method: 'GET',
        url: [{ text: `http://127.0.0.1:${port}/` }, pill('trigger', 'in1')],
      },
    },
    {
      id: 'respond',
      type: 'tools.respond',
      inputs: { body: [{ text: '{"got": "' }, pill('trigger', 'in1'), { text: '"}' }] },
    },
  ];
  return (await on.publish(drawHaloFlow({ trigger: callable(), steps }))).id;
}

function callStep(flowId: string, item: InputValue = [pill('trigger', 'summary')]): DrawnStep {
  const value = Array.isArray(item) ? item : [];
  const inputs = { entries: [{ id: 'a', name: [{ text: 'item' }], value }] };
  return { id: 'call', type: 'flows.call', inputs: { flowId, inputs } };
}

function callerOf(flowId: string, more: Record<string, string> = {}): FlowDrawing {
  const step = callStep(flowId);
  return drawHaloFlow({ steps: [{ ...step, inputs: { ...step.inputs, ...more } }] });
}

function eachOf(flowId: string, more: Record<string, string> = {}): FlowDrawing {
  const inputs = { list: [pill('trigger', 'summary')], flowId, ...more };
  return drawHaloFlow({ steps: [{ id: 'each', type: 'flows.for-each', inputs }] });
}

function lines(all: readonly (readonly [string, string, string])[]): InputValue {
  const entries = all.map(([id, name, value]) => ({
    id,
    name: [{ text: name }],
    value: [{ text: value }],
  }));
  return { entries };
}

function list(count: number): string {
  return JSON.stringify(Array.from({ length: count }, (_, index) => `i${index}`));
}

function hold(): () => void {
  let release = () => {};
  held = new Promise((resolve) => (release = resolve));
  return () => {
    held = undefined;
    release();
  };
}

async function save(id: string, drawing: FlowDrawing): Promise<void> {
  const body = { name: 'Loop', ...drawing };
  const saved = await sluice.admin.send(`PUT /flows/${id}`, body, { 'If-Match': '"1"' });
  expectStatus(saved, 200);
}

async function runsOf(flowId: string): Promise<readonly Pick<RunDetail, 'id'>[]> {
  const read = await sluice.admin.send(`GET /runs?flowId=${flowId}`);
  return (expectStatus(read, 200).body as Page<RunSummary>).items;
}
