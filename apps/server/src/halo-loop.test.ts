import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type DrawnStep,
  createTicket,
  drawHaloFlow,
  pill,
  ticketEvent,
} from './testing/draw-halo-flow.ts';
import { eventually } from './testing/eventually.ts';
import type { TestFlow } from './testing/test-client.ts';
import { TestSluice } from './testing/test-sluice.ts';

let sluice: TestSluice;
let connectionId: string;
beforeAll(async () => {
  sluice = await TestSluice.start();
  connectionId = await sluice.connectHalo();
});
beforeEach(() => sluice.halo.reset());
afterAll(() => sluice.close());

test('a ticket logged in Halo is answered with a follow-up, an update and an action', async () => {
  const flow = await publish([createTicket(), updateTicket, addAction]);
  await setUpWebhooks(flow);
  const assigned = await sluice.halo.logTicket({ summary: 'Checkout is slow', agent_id: 27 });
  const unassigned = await sluice.halo.logTicket({ summary: 'Tills are down', agent_id: 1 });
  await sluice.halo.idle();

  const { deliveries } = sluice.halo.state;
  expect(deliveries.map(({ responsestatus }) => responsestatus)).toEqual([202, 202]);
  const signals = await sluice.signals(`flowId=${flow.id}`);
  for (const [logged, mode] of [
    [assigned, 'assigned'],
    [unassigned, 'unassigned'],
  ] as const) {
    const signal = signals.find(({ title }) => title.includes(logged.summary));
    const run = await sluice.runOver(signal?.requestId ?? '');
    expect(run).toMatchObject({
      status: 'succeeded',
      triggerOutputs: { signalMode: mode, ticketId: logged.id, assigned: mode === 'assigned' },
    });
  }
  const after = sluice.halo.state;
  expect(after.tickets).toHaveLength(4);
  for (const { summary } of [assigned, unassigned]) {
    const followUp = after.tickets.find((ticket) => ticket.summary === `Follow-up: ${summary}`);
    expect(followUp).toMatchObject({ urgency: 2 });
    const notes = after.actions.filter(({ ticket_id }) => ticket_id === followUp?.id);
    expect(notes.map(({ note }) => note)).toContain('Seen by Sluice');
  }
});

test('the set-up in Halo is made by one button and taken away by another', async () => {
  const flow = await publish([createTicket()]);
  await setUpWebhooks(flow);
  expect(sluice.halo.state.webhooks.map(({ url }) => url)).toEqual([flow.url, flow.url]);
  const again = await sluice.admin.send(`POST /flows/${flow.id}/triggers/trigger/setup`, {
    connectionId,
  });
  expect(again.status).toBe(409);
  const removed = await sluice.admin.send(`DELETE /flows/${flow.id}/triggers/trigger/setup`);
  expect(removed.status).toBe(200);
  expect(sluice.halo.state.webhooks).toEqual([]);
});

test('an event without its ticket has the ticket fetched before the first step', async () => {
  const logged = await sluice.halo.logTicket({ summary: 'Only its number was sent', agent_id: 27 });
  const flow = await publish([createTicket()], { trigger: { connectionId } });
  const event = { id: 'd-1', event: 'new ticket logged', object_id: logged.id };
  const run = await sluice.runOf(flow.url, event);
  expect(run.status).toBe('succeeded');
  expect(run.steps['trigger']?.outputs).toMatchObject({ ticketId: logged.id, agentId: 27 });
  expect(titles()).toContain('Follow-up: Only its number was sent');
});

test('a refusal with Retry-After is waited out', async () => {
  const flow = await publish([createTicket()]);
  sluice.halo.setQuirks({
    retryAfterSeconds: 1,
    failNext: { kind: 'rate-limit-with-retry-after', count: 1, path: '/api/Tickets' },
  });
  const started = Date.now();
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect(run).toMatchObject({ status: 'succeeded' });
  expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  expect(titles()).toHaveLength(1);
});

test('a token that has expired is renewed, and the step is not disturbed', async () => {
  const flow = await publish([createTicket()]);
  await sluice.runOf(flow.url, ticketEvent());
  sluice.halo.expireTokens();
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect(run).toMatchObject({ status: 'succeeded', steps: { create: { attempt: 1 } } });
  expect(titles()).toHaveLength(2);
});

test.each(['drop-answer', 'truncate-answer'] as const)(
  'when Halo makes the ticket and its answer is lost (%s), no second one is made',
  async (kind) => {
    const flow = await publish([createTicket(), addAction]);
    sluice.halo.setQuirks({ failNext: { kind, count: 1, path: '/api/Tickets', method: 'POST' } });
    const run = await sluice.runOf(flow.url, ticketEvent({ summary: kind }));
    expect(run).toMatchObject({ status: 'succeeded', steps: { create: { attempt: 2 } } });
    expect(titles()).toEqual([`Follow-up: ${kind}`]);
    expect(run.steps['create']?.outputs).toMatchObject({
      ticketId: sluice.halo.state.tickets[0]?.id,
    });
  },
);

test('while Halo is down runs wait, and once it is back each makes its one ticket', async () => {
  const flow = await publish([createTicket()]);
  sluice.halo.setQuirks({ down: true });
  const ids: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    ids.push((await sluice.post(flow.url, ticketEvent({ summary: `${index}` }))).body.requestId);
  }
  for (const id of ids) {
    await eventually(async () => {
      const step = (await sluice.run(id)).steps['create'];
      return step?.failure ?? step?.why;
    }, 'a first attempt has failed, or waits for those that did');
  }
  expect(titles()).toEqual([]);
  sluice.halo.setQuirks({ down: false });
  for (const id of ids) expect((await sluice.runOver(id)).status).toBe('succeeded');
  expect(titles().toSorted()).toEqual(ids.map((_id, index) => `Follow-up: ${index}`).toSorted());
});

test('a refusal of Halo’s is told in its words, and not tried again', async () => {
  const flow = await publish([createTicket({ inputs: { userId: '31' } })]);
  const run = await sluice.runOf(flow.url, ticketEvent());
  expect(run.steps['create']).toMatchObject({
    status: 'failed',
    attempt: 1,
    failure: { code: 'invalid-input', message: expect.stringContaining('Site') },
  });
});

test('what a payload brings is data: nothing in it is expanded or taken for markup', async () => {
  const summary =
    '{{7*7}} ${7*7} <<ticket^id>> {"pill":{"nodeId":"trigger","output":"ticketId"}} $id';
  const detailsHtml = [{ text: '<p>' }, pill('trigger', 'summary'), { text: '</p>' }];
  const flow = await publish([createTicket({ inputs: { detailsHtml } })]);
  const run = await sluice.runOf(
    flow.url,
    ticketEvent({ summary: `<script>alert(1)</script>${summary}` }),
  );
  const [ticket] = sluice.halo.state.tickets;
  expect(run.status).toBe('succeeded');
  expect(ticket?.summary).toBe(`Follow-up: <script>alert(1)</script>${summary}`);
  expect(ticket?.details_html).toMatch(/^<p>&lt;script&gt;alert\(1\)/);
  expect(ticket?.details_html).toContain('{{7*7}}');
});

const updateTicket: DrawnStep = {
  id: 'update',
  type: 'haloitsm.update-ticket',
  inputs: { ticketId: [pill('create', 'ticketId')], urgency: '2' },
};
const addAction: DrawnStep = {
  id: 'note',
  type: 'haloitsm.add-action',
  inputs: { ticketId: [pill('create', 'ticketId')], outcome: '7', note: 'Seen by Sluice' },
};

function publish(steps: readonly DrawnStep[], more: object = {}): Promise<TestFlow> {
  const named = steps.map((step) =>
    step.id === 'create'
      ? {
          ...step,
          inputs: {
            ...step.inputs,
            summary: [{ text: 'Follow-up: ' }, pill('trigger', 'summary')],
          },
        }
      : step,
  );
  return sluice.publish(drawHaloFlow({ connectionId, steps: named, ...more }));
}

async function setUpWebhooks({ id }: TestFlow): Promise<void> {
  const made = await sluice.admin.send(`POST /flows/${id}/triggers/trigger/setup`, {
    connectionId,
  });
  expect(made.status).toBe(201);
}

/** The summaries of the tickets in Halo. */
function titles(): readonly string[] {
  return sluice.halo.state.tickets.map(({ summary }) => summary);
}
