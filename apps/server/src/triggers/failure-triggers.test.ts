import type { FlowDrawing, Page, RunSummary } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrawnStep, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const fails: DrawnStep = {
  id: 'stop',
  type: 'tools.stop',
  inputs: { as: 'failed', message: 'Enough.' },
};
const note: DrawnStep = { id: 'note', type: 'tools.set-values', inputs: {} };

test('a failed run starts one run of each flow that hears of it', async () => {
  const failing = await sluice.publish(drawHaloFlow({ steps: [fails] }), 'Failing');
  const all = await publishHearing({}, [note]);
  const this_ = await publishHearing({ flowId: failing.id }, [note]);
  const others = await publishHearing({ flowId: 'another' }, [note]);
  const failed = await sluice.runOf(failing.url, ticketEvent({ summary: 'Broken' }));

  const [heard] = await eventually(() => some(this_), 'the failure is heard of');
  const run = await sluice.runOver(heard?.id ?? '');
  expect(run.triggerOutputs).toMatchObject({
    runId: failed.id,
    flowId: failing.id,
    flowName: 'Failing',
    title: expect.stringContaining('Broken'),
    message: 'Enough.',
    step: null,
  });
  expect(await eventually(() => some(all), 'it is heard of there as well')).toHaveLength(1);
  expect(await runsOf(this_)).toHaveLength(1);
  expect(await runsOf(others)).toEqual([]);
  await disable(all, this_, others);
});

test('the failed step is named', async () => {
  const asks: DrawnStep = {
    id: 'parse',
    name: 'Read it',
    type: 'tools.parse-json',
    inputs: { text: '{' },
  };
  const failing = await sluice.publish(drawHaloFlow({ steps: [asks] }));
  const hearing = await publishHearing({ flowId: failing.id }, [note]);
  await sluice.runOf(failing.url, ticketEvent());
  const [heard] = await eventually(() => some(hearing), 'the failure is heard of');
  expect((await sluice.run(heard?.id ?? '')).triggerOutputs).toMatchObject({
    step: 'Read it',
    code: 'invalid-input',
  });
  await disable(hearing);
});

test('neither the failure of what a failure started, nor of what that called, starts anything', async () => {
  const inner = await sluice.publish(
    drawHaloFlow({ trigger: { type: 'flows.callable' }, steps: [fails] }),
  );
  const call: DrawnStep = { id: 'call', type: 'flows.call', inputs: { flowId: inner.id } };
  const failing = await sluice.publish(drawHaloFlow({ steps: [fails] }));
  const hearing = await publishHearing({}, [call]);
  await sluice.runOf(failing.url, ticketEvent());
  const [heard] = await eventually(() => some(hearing), 'the failure is heard of');
  expect(await sluice.runOver(heard?.id ?? '')).toMatchObject({ status: 'failed' });
  // Everything that was to be told of these three ends has been told once nothing is left to tell.
  await eventually(async () => {
    const left = await sluice.storage.db.selectFrom('run_endings').select('run_id').execute();
    return left.length === 0 ? true : undefined;
  }, 'all endings are told');
  expect(await runsOf(hearing)).toHaveLength(1);
  expect(await runsOf(inner.id)).toHaveLength(1);
  await disable(hearing);
});

async function publishHearing(
  inputs: Record<string, string>,
  steps: readonly DrawnStep[],
): Promise<string> {
  const filled = Object.entries(inputs).map(([name, text]) => [name, [{ text }]]);
  const drawing: FlowDrawing = drawHaloFlow({
    trigger: { type: 'flows.failed', inputs: Object.fromEntries(filled) },
    steps,
  });
  return (await sluice.publish(drawing, 'Hearing')).id;
}

async function disable(...flowIds: readonly string[]): Promise<void> {
  for (const id of flowIds) {
    expectStatus(await sluice.admin.send(`POST /flows/${id}/enabled`, { enabled: false }), 200);
  }
}

async function runsOf(flowId: string): Promise<readonly RunSummary[]> {
  const read = await sluice.admin.send(`GET /runs?flowId=${flowId}`);
  return (expectStatus(read, 200).body as Page<RunSummary>).items;
}

async function some(flowId: string): Promise<readonly RunSummary[] | undefined> {
  const runs = await runsOf(flowId);
  return runs.length > 0 ? runs : undefined;
}
