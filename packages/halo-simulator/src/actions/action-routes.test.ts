import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { type HaloClient, haloClient } from '../testing/halo-client.ts';

let halo: HaloSimulator;
let client: HaloClient;
beforeEach(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
  await halo.logTicket({ summary: 'Disk full', details: 'On db-1' });
});
afterEach(() => halo.close());

test('an action is added to its ticket and changes it', async () => {
  const { status, json, text } = await client.post('/api/Actions', [
    {
      ticket_id: 4243,
      outcome_id: '7',
      note_html: '<p>Acknowledged.</p>',
      timetaken: 0.5,
      new_status: '2',
      new_agent: 27,
      new_team: 'Network',
    },
  ]);

  expect(status).toBe(201);
  expect(json).toMatchObject({
    id: 2,
    ticket_id: 4243,
    outcome: 'Internal Note',
    note: 'Acknowledged.',
    note_html: '<p>Acknowledged.</p>',
    hiddenfromuser: true,
    old_status: 1,
    new_status: 2,
    new_status_name: 'In Progress',
    actionby_application_id: 'Flow Designer',
  });
  expect(text).toContain('"timetaken":0.5');
  expect(text).toContain('"actionchargehours":0.0');
  expect(halo.state.tickets[0]).toMatchObject({ status_id: 2, agent_id: 27, team_id: 2 });
});

test('an outcome can be named, and can close the ticket', async () => {
  const closing = await client.post('/api/Actions', [{ ticket_id: 4243, outcome: 'close' }]);

  expect(closing.json).toMatchObject({ outcome_id: 9, new_status: 9 });
  expect(halo.state.tickets[0]).toMatchObject({ status_id: 9, hasbeenclosed: true });
});

test.each([
  [{ outcome_id: 7 }, 'A Ticket must be entered for this Action'],
  [{ ticket_id: 4243, note: 'x' }, 'An Outcome must be entered for this Action'],
  [{ ticket_id: 4243, outcome_id: 23 }, 'You do not have access to this Action at the moment'],
  [{ ticket_id: 99, outcome_id: 7 }, 'Record not found'],
])('the action %j is refused with a bare string', async (action, message) => {
  expect(await client.post('/api/Actions', [action])).toMatchObject({ status: 400, json: message });
});

test('an outcome that is no number is a map of fields', async () => {
  const body = '[{"ticket_id":4243,"outcome_id":"not-a-number"}]';
  const { status, json } = await client.post('/api/Actions', body);

  expect(status).toBe(400);
  expect(json['[0].outcome_id']?.[0]).toBe(
    "Could not convert string to integer: not-a-number. Path '[0].outcome_id', line 1, position 46.",
  );
});

test('the actions of a ticket are listed newest first, without HTML unless asked', async () => {
  await client.post('/api/Actions', [{ ticket_id: 4243, outcome_id: 7, note: 'Looked' }]);

  const { json } = await client.get('/api/Actions?ticket_id=4243');
  const html = await client.get('/api/Actions?ticket_id=4243&includehtmlnote=true&count=1');

  expect(json).toMatchObject({ ticket_id: 4243, record_count: 2 });
  expect(json['actions']).toMatchObject([{ outcome: 'Internal Note' }, { outcome: 'Logged' }]);
  expect(json['actions']?.[0]).not.toHaveProperty('note_html');
  expect(html.json['actions']).toMatchObject([{ note_html: '<p>Looked</p>' }]);
  const own = await client.get('/api/Actions?ticket_id=4243&excludesys=true&excludeprivate=true');
  expect(own.json['record_count']).toBe(0);
});

test('the id of an action counts within its ticket', async () => {
  await halo.logTicket({ summary: 'Another' });

  expect((await client.get('/api/Actions/1?ticket_id=4244')).json['ticket_id']).toBe(4244);
  expect((await client.get('/api/Actions/2?ticket_id=4244')).status).toBe(404);
  expect((await client.get('/api/Actions/1')).status).toBe(404);
});

test('an action can bring its ticket along, and several can be answered', async () => {
  const one = { ticket_id: 4243, outcome_id: 7, _includeticketinresponse: true };
  const { json } = await client.post('/api/Actions?returnall=true', [one, one]);

  expect(json).toMatchObject([{ id: 2 }, { id: 3, ticket: { id: 4243 } }]);
});
