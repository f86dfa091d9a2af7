import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { type HaloClient, haloClient, type Json } from '../testing/halo-client.ts';
import { type Receiver, startReceiver } from '../testing/receiver.ts';

let halo: HaloSimulator;
let client: HaloClient;
let receiver: Receiver;
beforeEach(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
  receiver = await startReceiver();
});
afterEach(async () => {
  await halo.close();
  await receiver.close();
});

const isUnassigned = { fieldname: 'assignedtoint', type: 0, value_type: 'int', value_int: 1 };

test('a webhook is created with a GUID, and the events sent along are dropped', async () => {
  const events = [{ eventno: 3 }];
  const sent = [{ name: 'Flow', url: receiver.url, password: 'secret', events }];
  const { status, json, text } = await client.post('/api/Webhook', sent);

  expect(status).toBe(201);
  expect(json['id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(text).not.toContain('events');
  expect(text).not.toContain('secret');
  await halo.logTicket({ summary: 'S' });
  await halo.idle();
  expect(receiver.received).toEqual([]);
});

test('a new ticket is sent in the live envelope', async () => {
  const { webhookId, notificationId } = await bind({ eventno: 3 });
  await halo.logTicket({ summary: 'Disk full' });
  await halo.idle();

  const [envelope] = bodies();
  expect(Object.keys(envelope ?? {})).toEqual([
    'id',
    'webhook_id',
    'notification_id',
    'escmsg_id',
    'event',
    'message',
    'object_id',
    'agent_id',
    'timestamp',
    'ticket',
  ]);
  expect(envelope).toMatchObject({
    webhook_id: webhookId,
    notification_id: notificationId,
    event: 'new ticket logged',
    message: 'A new ticket has been logged. Ticket ID: 0004243.',
    object_id: 4243,
    agent_id: 1,
    ticket: { id: 4243, summary: 'Disk full', agent_id: 1, priority: { priorityid: 3 } },
  });
  expect(receiver.received[0]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
});

test('a condition gates delivery: two webhooks tell assigned from unassigned', async () => {
  await bind({ eventno: 3, conditions: [isUnassigned] });
  await bind({ eventno: 3, conditions: [{ ...isUnassigned, type: 1 }] }, { method: 1 });
  await halo.logTicket({ summary: 'A', agent_id: 27 });
  await halo.logTicket({ summary: 'U' });
  await halo.idle();

  expect(receiver.received.map((one) => one.method).sort()).toEqual(['GET', 'POST']);
  expect(bodies('POST')).toMatchObject([{ object_id: 4244 }]);
});

test('conditions can compare text and numbers, and an unknown one never holds', async () => {
  const kim = { fieldname: 'reportedby', type: 0, value_string: 'kim.dale@example.org' };
  const noCategory = { fieldname: 'category2', type: 30 };
  const urgent = { fieldname: 'urgency', type: 5, value_int: 2 };
  await bind({ eventno: 3, conditions: [kim, noCategory, urgent] });
  await bind({ eventno: 3, conditions: [{ ...kim, type: 777 }] });

  await halo.logTicket({ summary: 'Yes', site_id: 18, user_id: 32, urgency: 3 });
  await halo.logTicket({ summary: 'No', site_id: 18, user_id: 32, urgency: 1 });
  await halo.idle();

  expect(bodies()).toMatchObject([{ object_id: 4243 }]);
});

test('a changed status fires, and closing fires twice', async () => {
  await bind({ eventno: 76 });
  await bind({ eventno: 39 });
  await halo.logTicket({ summary: 'S' });
  await client.post('/api/Tickets', [{ id: 4243, status_id: 2 }]);
  await client.post('/api/Tickets', [{ id: 4243, status_id: 2, summary: 'Same status' }]);
  await client.post('/api/Tickets', [{ id: 4243, status_id: 28, dont_do_rules: true }]);
  await client.post('/api/Actions', [{ ticket_id: 4243, outcome_id: 9 }]);
  await halo.idle();

  const events = bodies().map((body) => String(body['message']));
  expect(events.filter((one) => one.startsWith('The status has been changed'))).toHaveLength(2);
  expect(events.filter((one) => one.startsWith('The ticket has been closed'))).toHaveLength(1);
});

test('a ticket that an application creates fires only when the quirk says so', async () => {
  await bind({ eventno: 3 });
  await client.post('/api/Tickets', [{ summary: 'Quiet' }]);
  halo.setQuirks({ webhooksForApiTickets: true });
  await client.post('/api/Tickets', [{ summary: 'Loud' }, { summary: 'No', dont_do_rules: true }]);
  await halo.idle();

  expect(bodies()).toMatchObject([{ ticket: { summary: 'Loud' } }]);
});

test('the payload is full, small, or the event alone', async () => {
  await bind({ eventno: 3 }, { payload_type: 0 });
  await bind({ eventno: 3 }, { payload_type: 1 });
  await bind({ eventno: 3 }, { payload_type: 2 });
  await halo.logTicket({ summary: 'S', details: 'D' });
  await halo.idle();

  const sizes = bodies().map((body) => Object.keys(body['ticket'] ?? {}).length);
  expect(sizes.sort((a, b) => a - b)).toEqual([0, 8, expect.any(Number)]);
  expect(Math.max(...sizes)).toBeGreaterThan(200);
  const bare = bodies().find((body) => body['ticket'] === undefined);
  expect(Object.keys(bare ?? {})).not.toContain('message');
});

test('payload_type 0 can mean the small ticket instead', async () => {
  halo.setQuirks({ payloadTypeZero: 'small' });
  await bind({ eventno: 3 }, { payload_type: 0 });
  await halo.logTicket({ summary: 'S' });
  await halo.idle();

  expect(bodies()[0]?.['ticket']).not.toHaveProperty('details');
});

test('a custom payload is filled from its template', async () => {
  const payload =
    '{"title":"<<ticket^summary>>","n":<<ticket^id>>,"e":"<<event>>","all":<<ticket>>}';
  await bind({ eventno: 3 }, { custom_payload: true, payload });
  await halo.logTicket({ summary: 'Say "hi"' });
  await halo.idle();

  expect(bodies()).toMatchObject([
    { title: 'Say "hi"', n: 4243, e: 'new ticket logged', all: { id: 4243 } },
  ]);
});

test('batching sends what waits as one list', async () => {
  await bind({ eventno: 3 }, { batch_method: 1 });
  await halo.logTicket({ summary: 'A' });
  await halo.logTicket({ summary: 'B' });
  await halo.idle();

  expect(bodies()).toMatchObject([[{ object_id: 4243 }, { object_id: 4244 }]]);
});

test('the batching quirk makes even a single event a list', async () => {
  halo.setQuirks({ batchDeliveries: true });
  await bind({ eventno: 3 });
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  expect(bodies()).toMatchObject([[{ object_id: 4243 }]]);
});

test('ids can arrive as doubles or as text', async () => {
  await bind({ eventno: 3 });
  halo.setQuirks({ idForm: 'double' });
  await halo.logTicket({ summary: 'A' });
  halo.setQuirks({ idForm: 'string' });
  await halo.logTicket({ summary: 'B' });
  await halo.idle();

  expect(receiver.received[0]?.body).toContain('"object_id":4243.0');
  expect(bodies()[1]).toMatchObject({ object_id: '4244', ticket: { agent_id: '1' } });
});

test('Basic authentication is sent, and kept out of the record', async () => {
  await bind({ eventno: 3 }, { authentication_type: 1, username: 'halo', password: 'pass:word' });
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  const login = Buffer.from('halo:pass:word').toString('base64');
  expect(receiver.received[0]?.headers.authorization).toBe(`Basic ${login}`);
  expect(halo.state.deliveries[0]?.requestheaders).not.toContain(login);
});

test('a delivery is recorded with its request and its answer', async () => {
  const { webhookId } = await bind({ eventno: 3 });
  receiver.status = 500;
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  const { json } = await client.get(`/api/WebhookEvent?webhook_id=${webhookId}`);
  expect(json).toMatchObject([
    {
      webhook_id: webhookId,
      status: 3,
      responsestatus: 500,
      responsebody: '{"requestId":"r-1"}',
      entity_id: 4243,
      error: true,
      requestbody: receiver.received[0]?.body,
    },
  ]);
  expect((await client.get('/api/WebhookEvent?webhook_id=other')).json).toEqual([]);
});

test('a receiver that cannot be reached is an error in the record', async () => {
  await bind({ eventno: 3 }, { url: 'http://127.0.0.1:1/' });
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  expect(halo.state.deliveries).toMatchObject([
    { status: 3, responsestatus: 0, error: true, errormessage: expect.any(String) },
  ]);
});

test.each([
  ['same', true],
  ['new', false],
] as const)('a delivery sent again has the %s envelope id', async (resendId, isSame) => {
  await bind({ eventno: 3 });
  halo.setQuirks({ resendId });
  await halo.logTicket({ summary: 'A' });
  await halo.idle();
  const id = halo.state.deliveries[0]?.id;
  await fetch(`${halo.url}/simulator/deliveries/${id}/resend`, { method: 'POST' });

  const [first, second] = bodies();
  expect(second?.['object_id']).toBe(4243);
  expect(second?.['id'] === first?.['id']).toBe(isSame);
  expect(halo.state.deliveries).toHaveLength(2);
});

test('every delivery can be made to arrive twice', async () => {
  halo.setQuirks({ duplicateDeliveries: true });
  await bind({ eventno: 3 });
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
});

test('webhooks of one address are sent in order, one at a time', async () => {
  await bind({ eventno: 3 });
  for (let index = 0; index < 20; index += 1) await halo.logTicket({ summary: `${index}` });
  await halo.idle();

  const numbers = bodies().map((body) => Number(body['object_id']));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers).toHaveLength(20);
});

test('an inactive or deleted webhook is silent, and its notifications go with it', async () => {
  const { webhookId } = await bind({ eventno: 3 });
  await bind({ eventno: 3 }, { active: false });

  const events = await client.get(`/api/Webhook/${webhookId}?includedetails=true`);
  expect(events.json['events']).toMatchObject([{ eventno: 3, condition_count: 0 }]);
  expect((await client.delete(`/api/Webhook/${webhookId}`)).status).toBe(200);
  await halo.logTicket({ summary: 'A' });
  await halo.idle();

  expect(receiver.received).toEqual([]);
  expect((await client.get('/api/Webhook?type=0')).json).toHaveLength(1);
  expect((await client.get(`/api/Webhook/${webhookId}`)).status).toBe(404);
  expect((await client.get(`/api/Notification?webhook_id=${webhookId}`)).json).toEqual([]);
});

test('a notification can be removed and its webhook kept', async () => {
  const { webhookId, notificationId } = await bind({ eventno: 3 });

  expect((await client.get(`/api/Notification/${notificationId}`)).json['eventno']).toBe(3);
  expect((await client.delete(`/api/Notification/${notificationId}`)).status).toBe(200);
  expect((await client.delete(`/api/Notification/${notificationId}`)).status).toBe(404);
  expect((await client.get(`/api/Webhook/${webhookId}`)).status).toBe(200);
});

async function bind(notification: object, webhook: object = {}) {
  const made = await client.post('/api/Webhook', [{ name: 'W', url: receiver.url, ...webhook }]);
  const webhookId = String(made.json['id']);
  const row = { webhook_id: webhookId, type: -2, delivery_method: 6, filter_type: 2 };
  const bound = await client.post('/api/Notification', [{ ...row, ...notification }]);
  return { webhookId, notificationId: Number(bound.json['id']) };
}

function bodies(method = 'POST'): readonly Json[] {
  return receiver.received
    .filter((one) => one.method === method && one.body !== '')
    .map((one) => JSON.parse(one.body) as Json);
}
