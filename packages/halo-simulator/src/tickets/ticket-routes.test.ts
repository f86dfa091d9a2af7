import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { type HaloClient, haloClient } from '../testing/halo-client.ts';

let halo: HaloSimulator;
let client: HaloClient;
beforeEach(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
});
afterEach(() => halo.close());

const whole = {
  summary: 'Antares API returning 502 to all callers',
  details: 'Synthetic check failed 5 times in a row from 3 locations.',
  tickettype_id: 1,
  client_id: 12,
  site_id: 18,
  user_id: 31,
  team: '1st Line Support',
  priority_id: 1,
  impact: 1,
  urgency: 1,
  category_1: 'Applications',
  customfields: [
    { id: 213, value: 'synthetics' },
    { name: 'CFService', value: 9 },
  ],
};

test('a summary is enough: 201 with the one ticket, the rest from the defaults', async () => {
  const { status, json } = await client.post('/api/Tickets', [{ summary: 'Disk full' }]);

  expect(status).toBe(201);
  expect(json).toMatchObject({
    id: 4243,
    summary: 'Disk full',
    status_id: 1,
    tickettype_id: 1,
    agent_id: 1,
    team: '1st Line Support',
    team_id: 1,
    client_name: 'Example Org Ltd',
    reference: '0004243',
  });
});

test('the answer has the shape of a real one', async () => {
  const { json, text } = await client.post('/api/Tickets', [whole]);

  expect(Object.keys(json).length).toBeGreaterThan(220);
  expect(json).toMatchObject({
    details_html: '<p>Synthetic check failed 5 times in a row from 3 locations.</p>',
    priority: { slaid: 1, priorityid: 1, name: 'Critical' },
    tickettype: { name: 'Incident' },
    targetdate: '1900-01-01T00:00:00',
    lastincomingemail: '0001-01-01T00:00:00',
  });
  for (const absent of ['status_name', 'agent_name', 'tickettype_name', 'hasbeenclosed']) {
    expect(json).not.toHaveProperty(absent);
  }
  expect(json['dateoccurred']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
  expect(text).toContain('"site_id":18.0');
  expect(text).toContain('"estimate":-0.0');
  expect(text).not.toContain('null');
});

test('custom fields are set by id or by name, and a choice by the number of its option', async () => {
  const { json } = await client.post('/api/Tickets', [whole]);

  expect(json['customfields']).toMatchObject([
    { name: 'CFAlertSource', value: 'synthetics', display: 'synthetics' },
    { name: 'CFService', value: 9, display: 'Antares' },
    { name: 'CFDetectedAt', display: '' },
  ]);
});

test('HTML in the plain field comes back in both forms', async () => {
  const { json } = await client.post('/api/Tickets', [
    { summary: 'S', details: '<b>a &amp; b</b>' },
  ]);

  expect(json).toMatchObject({ details: 'a & b', details_html: '<b>a &amp; b</b>' });
});

test('an id updates and keeps what was left out; a forgotten id makes a second ticket', async () => {
  await client.post('/api/Tickets', [whole]);
  const update = await client.post('/api/Tickets', [{ id: 4243, status_id: 2, priority_id: '2' }]);
  const duplicate = await client.post('/api/Tickets', [whole]);

  expect(update.status).toBe(201);
  expect(update.json).toMatchObject({ id: 4243, status_id: 2, priority_id: 2, impact: 1 });
  expect(update.json['summary']).toBe(whole.summary);
  expect(duplicate.json['id']).toBe(4244);
});

test('of several tickets the last is answered, and all of them with returnall', async () => {
  const list = [{ summary: 'One' }, { summary: 'Two' }];

  expect((await client.post('/api/Tickets', list)).json['summary']).toBe('Two');
  expect((await client.post('/api/Tickets?returnall=true', list)).json).toHaveLength(2);
});

test('unknown fields and object forms are accepted and ignored', async () => {
  const sent = { summary: 'S', tickettype: { id: 3 }, nonsense: { a: 1 } };
  const { status, json } = await client.post('/api/Tickets', [sent]);

  expect(status).toBe(201);
  expect(json['tickettype_id']).toBe(1);
});

test('a bare object is a 400 that asks for a JSON array', async () => {
  const { status, json } = await client.post('/api/Tickets', { summary: 'S' });

  expect(status).toBe(400);
  expect(json['summary']?.[0]).toMatch(
    /requires a JSON array[^]*Path 'summary', line 1, position 11/,
  );
});

test('a body that is not JSON by its content type is a 415', async () => {
  const { status } = await client.post('/api/Tickets', '[]', { 'content-type': 'text/plain' });

  expect(status).toBe(415);
});

test.each([
  ['[{"summary":"S","site_id":95.0}]', '[0].site_id', "Input string '95.0'"],
  ['[{"summary":"S","agent_id":"x"}]', '[0].agent_id', 'Could not convert string to integer: x.'],
  ['[{"summary":"S","agent_id":"1.0"}]', '[0].agent_id', 'Could not convert string to integer'],
  ['[{"summary":"S"},{"agent_id":true}]', '[1].agent_id', 'Unexpected character'],
  ['[{"summary":"S","startdate":"soon"}]', '[0].startdate', 'Could not convert string to DateTime'],
  ['[{"summary":"S","assets":[7]}]', '[0].assets', 'Unexpected character'],
])('the wrong type in %s is a map of fields', async (body, path, words) => {
  const { status, json } = await client.post('/api/Tickets', body);

  expect(status).toBe(400);
  expect(Object.keys(json)).toEqual([path]);
  expect(json[path]?.[0]).toContain(words);
  expect(json[path]?.[0]).toContain(`Path '${path}', line 1, position `);
  expect(halo.state.tickets).toEqual([]);
});

test('a number with a point inside a text is no mistake', async () => {
  const sent = '[{"summary":"S, \\"site_id\\": 95.0 {v1.2}","site_id":18,"estimate":1.5}]';

  expect((await client.post('/api/Tickets', sent)).status).toBe(201);
});

test('a type with mandatory fields is refused with a bare string', async () => {
  const change = { summary: 'Upgrade', tickettype_id: 5 };
  const { status, json } = await client.post('/api/Tickets', [change]);

  expect(status).toBe(400);
  expect(json).toBe('The following mandatory fields must be completed: Details, Category');
  const complete = { ...change, details: 'To 2.0', category_1: 'Network' };
  expect((await client.post('/api/Tickets', [complete])).status).toBe(201);
  expect((await client.post('/api/Tickets', [{ ...change, _novalidate: true }])).status).toBe(201);
});

test.each([
  [{ summary: '' }, 'Summary must not be blank'],
  [{ summary: 'S', tickettype_id: 99 }, 'Ticket Type 99 does not exist'],
  [{ summary: 'S', status_id: 99 }, 'Status 99 does not exist'],
  [{ summary: 'S', priority_id: 9 }, 'Priority 9 does not exist in the SLA of the Ticket'],
  [{ summary: 'S', team: 'Nobody' }, 'Team Nobody does not exist'],
  [{ summary: 'S', user_id: 31 }, 'A Site is required when a User is set'],
])('the ticket %j is refused', async (fields, message) => {
  expect(await client.post('/api/Tickets', [fields])).toMatchObject({ status: 400, json: message });
});

test('an update of an unknown id is "Record not found"', async () => {
  const update = [{ id: 99, summary: 'S' }];
  const refused = await client.post('/api/Tickets', update);
  halo.setQuirks({ unknownIdStatus: 404 });

  expect(refused).toMatchObject({ status: 400, json: 'Record not found' });
  expect((await client.post('/api/Tickets', update)).status).toBe(404);
});

test('a strict instance wants the type and the client with every update', async () => {
  await client.post('/api/Tickets', [whole]);
  halo.setQuirks({ strictUpdate: true });

  const partial = await client.post('/api/Tickets', [{ id: 4243, status_id: 2 }]);
  const full = [{ id: 4243, status_id: 2, tickettype_id: 1, client_id: 12 }];

  expect(partial).toMatchObject({ status: 400, json: 'Record not found' });
  expect((await client.post('/api/Tickets', full)).status).toBe(201);
});

test('a closed ticket says so, an open one says nothing', async () => {
  await client.post('/api/Tickets', [whole]);
  const { json } = await client.post('/api/Tickets', [{ id: 4243, status_id: 9 }]);

  expect(json).toMatchObject({ status_id: 9, hasbeenclosed: true });
});

test('one ticket can be read, by a path in any case, and a missing one is a bare 404', async () => {
  await client.post('/api/Tickets', [whole]);

  expect((await client.get('/API/tickets/4243')).json['summary']).toBe(whole.summary);
  const named = await client.get('/api/Tickets/4243?includeagent=true');
  expect(named.json['agent_name']).toBe('Unassigned');
  expect(await client.get('/api/Tickets/1')).toMatchObject({ status: 404, text: '' });
});

test('a list filters by what it knows and silently ignores the rest', async () => {
  await client.post('/api/Tickets', [
    { summary: 'Printer', agent_id: 27, team: 'Network' },
    { summary: 'Laptop', status_id: 9, client_id: 13 },
    { summary: 'Disk', details: 'the printer disk' },
  ]);
  const count = async (query: string) =>
    (await client.get(`/api/Tickets?${query}`)).json['record_count'];

  expect(await count('search=PRINTER')).toBe(2);
  expect(await count('agent_id=27')).toBe(1);
  expect(await count('team=Network')).toBe(1);
  expect(await count('client_id=13')).toBe(1);
  expect(await count('open_only=true')).toBe(2);
  expect(await count('closed_only=true')).toBe(1);
  expect(await count('status_id=9')).toBe(1);
  expect(await count('requesttype_id=3')).toBe(0);
  expect(await count('startdate=2999-01-01')).toBe(0);
  expect(await count('agentid=27')).toBe(3);
});

test('search does not read the reference fields, but rows carry them', async () => {
  const marks = { third_party_id_string: 'run-7', supplier_reference: 'sup-7', third_party_id: 7 };
  await client.post('/api/Tickets', [{ summary: 'Marked', client_reference: 'cli-7', ...marks }]);

  const searched = await client.get('/api/Tickets?search=run-7');
  const listed = await client.get('/api/Tickets');

  expect(searched.json['record_count']).toBe(0);
  expect(listed.json['tickets']?.[0]).toMatchObject({ client_reference: 'cli-7', ...marks });
  expect(listed.json['tickets']?.[0]).not.toHaveProperty('details_html');
});

test('a list is newest first, and in another order when asked', async () => {
  await client.post('/api/Tickets', [{ summary: 'B' }, { summary: 'A' }, { summary: 'C' }]);
  const order = async (query: string) => {
    const { json } = await client.get(`/api/Tickets?${query}`);
    return (json['tickets'] as unknown as { summary: string }[]).map((row) => row.summary).join('');
  };

  expect(await order('')).toBe('CAB');
  expect(await order('order=id')).toBe('BAC');
  expect(await order('order=summary&orderdesc=true')).toBe('CBA');
  expect(await order('count=1')).toBe('C');
});

test('only pageinate makes pages; page_size alone does nothing', async () => {
  await client.post('/api/Tickets', [{ summary: 'A' }, { summary: 'B' }, { summary: 'C' }]);

  const all = await client.get('/api/Tickets?page_size=2');
  const second = await client.get('/api/Tickets?pageinate=true&page_size=2&page_no=2');

  expect(all.json['tickets']).toHaveLength(3);
  expect(second.json).toMatchObject({ page_no: 2, page_size: 2, record_count: 3 });
  expect(second.json['tickets']).toHaveLength(1);
});
