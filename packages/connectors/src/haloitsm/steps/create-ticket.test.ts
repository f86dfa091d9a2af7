import { type Http, HttpError } from '@sluice/connector-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../../testing/halo-desk.ts';
import { createTicket } from './create-ticket.ts';

let desk: HaloDesk;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(() => desk.halo.reset());
afterAll(() => desk.halo.close());

const marker = 'sluice-run-1-create';
const failureOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

test('a ticket is made, carries its marker, and comes back as outputs', async () => {
  const outputs = await desk.run(createTicket, {
    summary: 'Till 4 prints no receipts',
    details: 'Paper is in.',
    category1: 'Applications',
    ticketTypeId: 1,
    team: '1st Line Support',
    customFields: [{ name: 'CFAlertSource', value: 'till' }],
  });

  const [ticket] = desk.halo.state.tickets;
  expect(ticket).toMatchObject({
    summary: 'Till 4 prints no receipts',
    third_party_id_string: marker,
  });
  expect(outputs).toMatchObject({
    ticketId: ticket?.id,
    ticketUrl: `${desk.halo.url}/ticket?id=${ticket?.id}`,
    summary: 'Till 4 prints no receipts',
    ticketType: 'Incident',
    assigned: false,
    customFields: { CFAlertSource: 'till' },
    statusCode: 201,
  });
});

test.each(['object', 'array'] as const)('an answer as %s is read', async (answerShape) => {
  desk.halo.setQuirks({ answerShape });
  const outputs = await desk.run(createTicket, { summary: 'Disk full' });
  expect(outputs['ticketId']).toBe(desk.halo.state.tickets[0]?.id);
});

test.each(['integer', 'double', 'string'] as const)(
  'ids written as %s are read',
  async (idForm) => {
    desk.halo.setQuirks({ idForm });
    const outputs = await desk.run(createTicket, { summary: 'Disk full' });
    expect(outputs).toMatchObject({ ticketId: desk.halo.state.tickets[0]?.id, agentId: 1 });
  },
);

test('the marker goes into the field chosen on the connection', async () => {
  const connection = { resourceServer: desk.halo.url, markerField: 'client_reference' };
  await desk.run(createTicket, { summary: 'Disk full' }, { connection });
  expect(desk.halo.state.tickets[0]).toMatchObject({ client_reference: marker });
});

test('an input for the marker’s own field is refused before anything is sent', async () => {
  const connection = { resourceServer: desk.halo.url, markerField: 'client_reference' };
  const inputs = { summary: 'Disk full', clientReference: 'PO 7' };
  await expect(desk.run(createTicket, inputs, { connection })).rejects.toMatchObject({
    failure: { code: 'invalid-input', input: 'clientReference' },
  });
  expect(desk.halo.state.tickets).toEqual([]);
});

test('a number that is not whole is refused before anything is sent', async () => {
  const inputs = { summary: 'Disk full', statusId: 1.5 };
  await expect(desk.run(createTicket, inputs)).rejects.toMatchObject({
    failure: { code: 'invalid-input', input: 'statusId' },
  });
  expect(desk.halo.state.tickets).toEqual([]);
});

test('what Halo demands of a type is said with the input it is about', async () => {
  desk.halo.setQuirks({
    failNext: { kind: 'bad-request-string', count: 1, path: '/api/Tickets', method: 'POST' },
  });
  await expect(desk.run(createTicket, { summary: 'Disk full' })).rejects.toMatchObject({
    failure: {
      code: 'refused',
      status: 400,
      message: expect.stringContaining('must not be blank'),
    },
  });
});

test('a lost answer leaves the outcome unknown, and looking finds the one ticket', async () => {
  const startedAt = new Date().toISOString();
  await desk.run(createTicket, { summary: 'Another' }, { identity: { marker: 'other' } });
  desk.halo.setQuirks({ dropAnswer: true });
  const failure = await failureOf(desk.run(createTicket, { summary: 'Disk full' }));
  expect(failure).toMatchObject({ failure: { code: 'unavailable', outcomeUnknown: true } });
  desk.halo.setQuirks({ dropAnswer: false });

  const found = await desk.reconcile(
    createTicket,
    { summary: 'Disk full' },
    { identity: { startedAt } },
  );

  expect(desk.halo.state.tickets).toHaveLength(2);
  expect(found).toMatchObject({
    ticketId: desk.halo.state.tickets[1]?.id,
    summary: 'Disk full',
    ticketType: 'Incident',
  });
});

test('an answer that breaks off leaves the outcome unknown as well', async () => {
  desk.halo.setQuirks({ truncateAnswer: true });
  const failure = await failureOf(desk.run(createTicket, { summary: 'Disk full' }));
  expect(failure).toMatchObject({ failure: { outcomeUnknown: true } });
});

test('looking for a ticket that was never made says so', async () => {
  for (const summary of ['One', 'Two']) await desk.halo.logTicket({ summary });
  expect(await desk.reconcile(createTicket, { summary: 'Disk full' })).toBeUndefined();
});

test('a ticket behind hundreds of newer ones is found', async () => {
  await desk.run(createTicket, { summary: 'Disk full' });
  for (let index = 0; index < 250; index += 1)
    await desk.halo.logTicket({ summary: `No. ${index}` });
  const found = await desk.reconcile(createTicket, { summary: 'Disk full' });
  expect(found?.['ticketId']).toBe(desk.halo.state.tickets[0]?.id);
});

test('where lists do not show the marker, the tickets themselves are read', async () => {
  await desk.run(createTicket, { summary: 'Disk full' });
  for (const summary of ['Newer', 'disk full ']) await desk.halo.logTicket({ summary });
  const found = await desk.reconcile(
    createTicket,
    { summary: 'Disk full' },
    { http: withoutMarkers(desk.http) },
  );
  expect(found?.['ticketId']).toBe(desk.halo.state.tickets[0]?.id);
});

test('too many tickets to tell end as interrupted, never as a second ticket', async () => {
  for (let index = 0; index < 70; index += 1) await desk.halo.logTicket({ summary: 'Noise' });
  const http = withoutMarkers(desk.http);
  await expect(
    desk.reconcile(createTicket, { summary: 'Disk full' }, { http }),
  ).rejects.toMatchObject({ failure: { code: 'interrupted' } });
});

test('tickets from long before the attempt are not read through', async () => {
  for (let index = 0; index < 450; index += 1) {
    await desk.halo.logTicket({ summary: `Old ${index}` });
  }
  const later = new Date(Date.now() + 7_200_000).toISOString();
  const before = desk.halo.state.requests.length;
  const found = await desk.reconcile(
    createTicket,
    { summary: 'Disk full' },
    { identity: { startedAt: later } },
  );
  expect(found).toBeUndefined();
  expect(desk.halo.state.requests.length - before).toBe(1);
});

test('a look that fails is a failure, not a “no”', async () => {
  desk.halo.setQuirks({ failNext: { kind: 'unavailable', count: 1 } });
  await expect(desk.reconcile(createTicket, { summary: 'Disk full' })).rejects.toMatchObject({
    failure: { code: 'unavailable', status: 503 },
  });
});

test('a connection that was never made is not an unknown outcome', async () => {
  const http = refusing();
  const failure = await failureOf(desk.run(createTicket, { summary: 'Disk full' }, { http }));
  expect(failure).toMatchObject({ failure: { code: 'unavailable' } });
  expect(failure).not.toMatchObject({ failure: { outcomeUnknown: true } });
});

/** Halo as some versions may be: rows of a list lack the external references. */
function withoutMarkers(http: Http): Http {
  return {
    ...http,
    async get<Body>(path: string, options?: Parameters<Http['get']>[1]) {
      const reply = await http.get<Body>(path, options);
      const tickets = (reply.body as { tickets?: object[] }).tickets;
      if (!tickets) return reply;
      const rows = tickets.map((row) => ({ ...row, third_party_id_string: undefined }));
      return { ...reply, body: { ...reply.body, tickets: rows } };
    },
  };
}

function refusing(): Http {
  const refuse = () =>
    Promise.reject(new HttpError('network', 'No connection.', { notSent: true }));
  return { get: refuse, post: refuse, delete: refuse, send: refuse };
}
