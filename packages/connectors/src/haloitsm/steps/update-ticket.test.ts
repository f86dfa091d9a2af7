import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../../testing/halo-desk.ts';
import { updateTicket } from './update-ticket.ts';

let desk: HaloDesk;
let id: number;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(async () => {
  desk.halo.reset();
  ({ id } = await desk.halo.logTicket({
    summary: 'Disk full',
    details: 'On db-1.',
    agent_id: 27,
    category_1: 'Applications',
  }));
});
afterAll(() => desk.halo.close());

test('what is left out keeps its value', async () => {
  const outputs = await desk.run(updateTicket, { ticketId: id, statusId: 2 });
  expect(outputs).toMatchObject({
    ticketId: id,
    statusId: 2,
    summary: 'Disk full',
    agentId: 27,
    assigned: true,
    category1: 'Applications',
    statusCode: 201,
  });
});

test('what is set to empty is emptied', async () => {
  const outputs = await desk.run(updateTicket, { ticketId: id, agentId: null, category1: null });
  expect(outputs).toMatchObject({ agentId: 1, assigned: false, category1: null });
});

test.each([undefined, null, 0, -3, 1.5, Number.NaN, 'x'])(
  'an update with %s for a ticket id never reaches Halo',
  async (ticketId) => {
    const before = desk.halo.state.requests.length;
    await expect(desk.run(updateTicket, { ticketId, summary: 'New' })).rejects.toMatchObject({
      failure: { code: 'invalid-input', input: 'ticketId' },
    });
    expect(desk.halo.state.requests.length).toBe(before);
  },
);

test.each([400, 404] as const)(
  'an unknown ticket, answered with %s, is not found',
  async (status) => {
    desk.halo.setQuirks({ unknownIdStatus: status });
    await expect(desk.run(updateTicket, { ticketId: 99, statusId: 2 })).rejects.toMatchObject({
      failure: { code: 'not-found', status },
    });
    expect(desk.halo.state.tickets).toHaveLength(1);
  },
);

test('where Halo wants type and client with every update, they can be given', async () => {
  desk.halo.setQuirks({ strictUpdate: true });
  const inputs = { ticketId: id, statusId: 2, ticketTypeId: 1, clientId: 12 };
  expect(await desk.run(updateTicket, inputs)).toMatchObject({ statusId: 2 });
});
