import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../../testing/halo-desk.ts';
import { incidentSamples } from './incident-samples.ts';
import { incidents } from './incidents.ts';

const receive = (body: unknown, recipients: readonly string[] = []) =>
  incidents.receive({ query: {}, headers: {}, recipients, body, inputs: {} });
const one = (body: unknown) => {
  const [reception] = receive(body);
  if (!reception) throw new Error('Nothing was received.');
  return reception;
};
const outputsOf = (body: unknown) => one(body).outputs;
const sample = (label: string) => incidentSamples.find((each) => each.label === label)?.body;

test('every output is filled from the default envelope', () => {
  const { outputs, title, note, incomplete } = one(sample('New ticket, assigned'));
  expect(title).toBe('#5317 Checkout is slow for all customers');
  expect([note, incomplete]).toEqual([undefined, undefined]);
  expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(incidents.outputs).toSorted());
  expect(outputs).toMatchObject({
    event: 'new ticket logged',
    signalMode: 'assigned',
    assigned: true,
    agentId: 27,
    ticketId: 5317,
    priority: 'Critical',
    priorityId: 1,
    category1: 'Applications>Shop',
    category2: null,
    sla: 'Default SLA',
    dateOccurred: '2026-09-25T06:40:51.1274385Z',
    customFields: { CFAlertSource: 'till monitor', CFService: 'Payments' },
    notificationId: 41,
    deliveryId: 'e0b7a4d6-2c35-4f19-8b7a-51c9d6e8f203',
    webhookId: '7a1f6c52-90c4-4b8e-a6d1-3d5b8e2f4c01',
  });
  expect(outputs['rawPayload']).toBe(sample('New ticket, assigned'));
});

test('agent 1 is nobody', () => {
  expect(outputsOf(sample('New ticket, unassigned'))).toMatchObject({
    signalMode: 'unassigned',
    assigned: false,
    agentId: 1,
  });
});

test.each([3, 3.0, '3', '3.0', ' 3 '])('an id may arrive as %j', (id) => {
  const outputs = outputsOf({ object_id: id, ticket: { id, summary: 'S', agent_id: id } });
  expect(outputs).toMatchObject({ ticketId: 3, agentId: 3, signalMode: 'assigned' });
});

test.each(['1900-01-01T00:00:00', '1899-12-30T00:00:00', '0001-01-01T00:00:00'])(
  'a date of %s is empty',
  (dateoccurred) => {
    expect(outputsOf({ ticket: { id: 1, summary: 'S', dateoccurred } })['dateOccurred']).toBeNull();
  },
);

test('each event of a batch is a reception of its own, with the same recipients', () => {
  const receptions = receive(sample('Two events in one delivery'), ['ines', 'A, B']);
  expect(receptions.map(({ title }) => title.slice(0, 5))).toEqual(['#5317', '#5318']);
  for (const { outputs } of receptions) expect(outputs['recipients']).toEqual(['ines', 'A, B']);
  expect(receive([])).toEqual([]);
});

test('event information only is incomplete, and says so', () => {
  const { outputs, incomplete, note } = one(sample('Event information only'));
  expect(incomplete).toBe(true);
  expect(note).toContain('event information only');
  expect(outputs).toMatchObject({ ticketId: 5318, summary: null, signalMode: null });
});

test('the small form with few fields is enough', () => {
  expect(outputsOf(sample('Ticket status changed'))).toMatchObject({
    event: 'ticket status changed',
    statusId: 9,
    teamId: 1,
    team: null,
    customFields: {},
  });
});

const ticket = { id: 12, summary: 'Disk full', agent_id: 1 };

test.each([
  ['a custom payload with the whole ticket', { event: 'new ticket logged', ticket }],
  ['a ticket as text', { event: 'new ticket logged', ticket: JSON.stringify(ticket) }],
  ['a ticket without an envelope', ticket],
  ['our own names', { ticketId: 12, summary: 'Disk full', signalMode: 'unassigned' }],
])('%s is understood', (_form, body) => {
  const { outputs, title, note } = one(body);
  expect(title).toBe('#12 Disk full');
  expect(note).toBeUndefined();
  expect(outputs).toMatchObject({ ticketId: 12, signalMode: 'unassigned', deliveryId: null });
});

test.each([
  ['text', 'hello'],
  ['null', null],
  ['a number', 7],
  ['an empty object', {}],
  ['something else', { alert: { name: 'x' } }],
  ['a list of nothing that is an event', [1, 'a', null]],
  ['a ticket of the wrong type', { ticket: 7 }],
])('%s is accepted with what could be read, and noted', (_form, body) => {
  const receptions = receive(body);
  expect(receptions).toHaveLength(1);
  expect(receptions[0]?.note).toContain('not a shape');
  expect(receptions[0]?.outputs['rawPayload']).toEqual(body);
  expect(receptions[0]?.title).not.toBe('');
});

test('a hostile payload changes nothing but its own outputs', () => {
  const body: unknown = JSON.parse(`{
    "__proto__": { "summary": "polluted", "ticket": { "id": 9 } },
    "constructor": { "prototype": { "id": 9 } },
    "object_id": { "toString": "x" },
    "event": ["a"],
    "ticket": {
      "summary": { "a": 1 }, "agent_id": true, "priority": [1], "user": "u", "team": { "name": 5 },
      "customfields": [null, 1, { "name": "__proto__", "value": "v" }, { "name": "CFa", "value": null }]
    }
  }`);
  const { outputs } = one(body);
  expect(outputs).toMatchObject({ ticketId: null, event: null, summary: null, agentId: null });
  expect(outputs['team']).toBe('5');
  expect(Object.getPrototypeOf(outputs['customFields'])).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)['summary']).toBeUndefined();
});

test('a title is one short line', () => {
  const summary = `A\r\nB\u0000\u202E\u2028${'x'.repeat(100_000)}`;
  const { title } = one({ ticket: { id: 1, summary } });
  expect(title).toMatch(/^#1 A B x+$/);
  expect(title.length).toBe(200);
});

test.each([
  ['https://halo.example/ticket?id=1', 'https://halo.example/ticket?id=1'],
  ['javascript:alert(1)', null],
  [7, null],
])('a link of %s is taken as %s', (url, expected) => {
  expect(outputsOf({ ticket: { id: 1, summary: 'S', url } })['ticketUrl']).toBe(expected);
});

test('the configuration payload is JSON with both webhooks and the URL', () => {
  const url = 'https://sluice.example/api/integration/1/functions/x/triggers?apiKey=k';
  const payload: unknown = JSON.parse(incidents.configurationPayload?.(url) ?? '');
  expect(payload).toMatchObject({
    webhooks: [
      { webhook: [{ url, custom_payload: false }], notification: [{ eventno: 3 }] },
      { notification: [{ conditions: [{ fieldname: 'assignedtoint', type: 0, value_int: 1 }] }] },
    ],
  });
});

test('the instructions name both webhooks, the event, the rule and the payload to leave alone', () => {
  const text = JSON.stringify(incidents.instructions);
  for (const wanted of ['{url}', 'New Ticket Logged', 'Agent · Is equal to · Unassigned']) {
    expect(text).toContain(wanted);
  }
  expect(text).toContain('Leave “Use a custom payload” deselected');
});

let desk: HaloDesk;
beforeAll(async () => {
  desk = await openHaloDesk();
});
afterAll(() => desk.halo.close());

const complete = (body: unknown) =>
  incidents.complete?.({
    outputs: outputsOf(body),
    http: desk.http,
    connection: { resourceServer: desk.halo.url },
    log: () => {},
  });

test('what event information lacks is fetched, and what it told is kept', async () => {
  const { id } = await desk.halo.logTicket({ summary: 'Disk full', agent_id: 27 });
  const body = { ...(sample('Event information only') as object), object_id: id };
  const outputs = await complete(body);
  expect(outputs).toMatchObject({
    ticketId: id,
    summary: 'Disk full',
    signalMode: 'assigned',
    ticketType: 'Incident',
    ticketUrl: `${desk.halo.url}/ticket?id=${id}`,
    event: 'new ticket logged',
    notificationId: 42,
    deliveryId: '9b2d64f0-3a7e-4c58-b1d9-0f6e7a85c311',
    rawPayload: { object_id: id, ticket: { id, summary: 'Disk full' } },
  });
});

test('a ticket that is gone by then is a failure with a reason', async () => {
  const body = { ...(sample('Event information only') as object), object_id: 99_999 };
  await expect(complete(body)).rejects.toMatchObject({
    failure: { code: 'not-found', message: expect.stringContaining('99999') },
  });
});
