import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../testing/halo-desk.ts';
import { type ReplayServer, startReplayServer } from '../testing/replay-server.ts';
import { createWebhooks, removeWebhooks } from './halo-webhooks.ts';

let desk: HaloDesk;
let receiver: ReplayServer;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(async () => {
  desk.halo.reset();
  receiver = await startReplayServer([
    { request: { method: '', path: '' }, answer: { status: 202 } },
  ]);
  return () => receiver.close();
});
afterAll(() => desk.halo.close());

const create = () =>
  createWebhooks({
    http: desk.http,
    url: `${receiver.url}/signal?apiKey=k`,
    flowName: 'Night shift',
  });

test('both webhooks are made, and each lets only its own tickets through', async () => {
  const created = await create();
  expect(created.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    'Webhook “Sluice · Night shift · assigned”: For tickets with an agent',
    'Event “New Ticket Logged”: Agent is greater than Unassigned',
    'Webhook “Sluice · Night shift · unassigned”: For tickets without an agent',
    'Event “New Ticket Logged”: Agent is equal to Unassigned',
  ]);

  await desk.halo.logTicket({ summary: 'Mine', agent_id: 27 });
  await desk.halo.logTicket({ summary: 'Nobody’s' });
  await desk.halo.idle();

  const [assigned, unassigned] = desk.halo.state.webhooks;
  expect(receiver.seen.map(({ body }) => body)).toMatchObject([
    { webhook_id: assigned?.id, ticket: { summary: 'Mine' } },
    { webhook_id: unassigned?.id, ticket: { summary: 'Nobody’s' } },
  ]);
});

test('a name and a password become Basic Authentication', async () => {
  await createWebhooks({
    http: desk.http,
    url: receiver.url,
    flowName: 'Night shift',
    basic: { username: 'halo', password: 'pw' },
  });
  expect(desk.halo.state.webhooks).toMatchObject([
    { authentication_type: 1, username: 'halo' },
    { authentication_type: 1, username: 'halo' },
  ]);
});

test('removing takes everything away, and removing again is no failure', async () => {
  const created = await create();
  await removeWebhooks({ http: desk.http, created });
  expect(desk.halo.state.webhooks).toEqual([]);
  expect(desk.halo.state.notifications).toEqual([]);
  await removeWebhooks({ http: desk.http, created });
});

test.each(['forbidden', 'server-error', 'drop-answer'] as const)(
  'after %s halfway nothing stays behind',
  async (kind) => {
    const path = '/api/Notification';
    desk.halo.setQuirks({ failNext: { kind, count: 1, path, method: 'POST' } });
    await expect(create()).rejects.toMatchObject({ failure: { message: expect.any(String) } });
    expect(desk.halo.state.webhooks).toEqual([]);
    expect(desk.halo.state.notifications).toEqual([]);
  },
);

test('a webhook whose answer was lost is found and removed', async () => {
  const path = '/api/Webhook';
  desk.halo.setQuirks({ failNext: { kind: 'drop-answer', count: 1, path, method: 'POST' } });
  await expect(create()).rejects.toMatchObject({ failure: { outcomeUnknown: true } });
  expect(desk.halo.state.webhooks).toEqual([]);
});
