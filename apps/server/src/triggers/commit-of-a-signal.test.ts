import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SqliteStore } from '../storage/sqlite-store.ts';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let flow: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const connectionId = await sluice.connectHalo();
  flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
});
afterAll(() => sluice.close());

test('a run begins in the commit that stores its signal', async () => {
  // The first run reads what the second already knows: the version and the constants.
  await sluice.runOf(flow.url, ticketEvent());
  const commits = vi.spyOn(SqliteStore.prototype, 'commit');
  const run = await sluice.runOf(flow.url, ticketEvent());
  const batches = commits.mock.calls.map(([batch]) => batch.map(({ kind }) => kind));
  commits.mockRestore();

  expect(run.status).toBe('succeeded');
  expect(batches).toEqual([['accept', 'append'], ['append']]);
});

test('what was prepared for a duplicate is thrown away, and makes no ticket', async () => {
  const post = () =>
    sluice.post(flow.url, ticketEvent({ summary: 'once' }), { 'Idempotency-Key': 'once' });
  const first = await post();
  await sluice.runOver(first.body.requestId);
  expect((await post()).body).toEqual({ requestId: first.body.requestId, duplicate: true });
  await sluice.runOf(flow.url, ticketEvent());

  const { tickets } = sluice.halo.state;
  expect(tickets.filter(({ summary }) => summary === 'once')).toHaveLength(1);
});
