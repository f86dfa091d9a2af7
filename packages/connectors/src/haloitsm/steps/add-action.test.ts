import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../../testing/halo-desk.ts';
import { addAction } from './add-action.ts';

let desk: HaloDesk;
let ticketId: number;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(async () => {
  desk.halo.reset();
  ({ id: ticketId } = await desk.halo.logTicket({ summary: 'Disk full', tickettype_id: 1 }));
});
afterAll(() => desk.halo.close());

const notes = () => desk.halo.state.actions.filter((action) => action.note.includes('Looking'));

test.each(['7', 'Internal Note'])('the outcome may be given as %s', async (outcome) => {
  const outputs = await desk.run(addAction, { ticketId, outcome, note: 'Looking into it' });
  expect(outputs).toMatchObject({
    ticketId,
    outcomeId: 7,
    outcome: 'Internal Note',
    note: 'Looking into it',
    ticketUrl: `${desk.halo.url}/ticket?id=${ticketId}`,
    statusCode: 201,
  });
});

test('an action can move the ticket on', async () => {
  const outputs = await desk.run(addAction, {
    ticketId,
    outcome: '7',
    note: 'Looking',
    newStatusId: 2,
    newAgentId: 27,
    timeTaken: 0.25,
    hiddenFromUser: true,
  });
  expect(outputs).toMatchObject({ newStatusId: 2, hiddenFromUser: true });
  expect(desk.halo.state.tickets[0]).toMatchObject({ status_id: 2, agent_id: 27 });
});

test('an action without an outcome never reaches Halo', async () => {
  await expect(desk.run(addAction, { ticketId, outcome: ' ' })).rejects.toMatchObject({
    failure: { code: 'invalid-input', input: 'outcome' },
  });
});

test('an outcome that the workflow does not allow names the input', async () => {
  await expect(desk.run(addAction, { ticketId, outcome: '23' })).rejects.toMatchObject({
    failure: { code: 'invalid-input', input: 'outcome', status: 400 },
  });
});

test('after a lost answer the action is found and not added again', async () => {
  const inputs = { ticketId, outcome: '7', noteHtml: '<p>Looking &amp; <b>working</b></p>' };
  const identity = { startedAt: new Date().toISOString() };
  desk.halo.setQuirks({ dropAnswer: true });
  await expect(desk.run(addAction, inputs)).rejects.toMatchObject({
    failure: { outcomeUnknown: true },
  });
  desk.halo.setQuirks({ dropAnswer: false });

  expect(await desk.reconcile(addAction, inputs, { identity })).toMatchObject({ outcomeId: 7 });
  expect(notes()).toHaveLength(1);
});

test('another note, another outcome or an earlier one is not taken for it', async () => {
  await desk.run(addAction, { ticketId, outcome: '7', note: 'Looking' });
  const inputs = { ticketId, outcome: '7', note: 'Looking' };
  const startedAt = new Date(Date.now() + 60_000).toISOString();

  expect(await desk.reconcile(addAction, { ...inputs, note: 'Done' })).toBeUndefined();
  expect(await desk.reconcile(addAction, { ...inputs, outcome: 'Resolve' })).toBeUndefined();
  expect(await desk.reconcile(addAction, inputs, { identity: { startedAt } })).toBeUndefined();
});
