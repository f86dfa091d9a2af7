import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { type HaloClient, haloClient } from '../testing/halo-client.ts';

let halo: HaloSimulator;
let client: HaloClient;
beforeAll(async () => {
  halo = await startHaloSimulator();
  client = await haloClient(halo);
});
afterAll(() => halo.close());

test.each([
  ['/api/TicketType?showall=true', { id: 1, name: 'Incident', workflow_id: 1, default_sla: 1 }],
  ['/api/Status', { id: 1, name: 'New', slaaction: 'N' }],
  ['/api/Priority?slaid=2', { slaid: 2, priorityid: 1, name: 'Critical' }],
  ['/api/Team', { id: 1, name: '1st Line Support' }],
  ['/api/Agent?includeunassigned=true', { id: 1, name: 'Unassigned' }],
  ['/api/Agent', { id: 27, name: 'Robin Example' }],
  ['/api/Category?type_id=2', { type_id: 2 }],
  ['/api/Outcome', { id: 7, outcome: 'Internal Note' }],
  ['/api/Lookup?lookupid=27', { id: 1, lookupid: 27, name: 'High' }],
  ['/api/SLA?showpriorities=true', { id: 1, priorities: expect.any(Array) }],
  ['/api/FieldInfo', { id: 213, name: 'CFAlertSource' }],
])('%s is a bare list', async (path, first) => {
  const { status, json } = await client.get(path);

  expect(status).toBe(200);
  expect(json[0]).toMatchObject(first);
});

test.each([
  ['/api/Client?pageinate=true&page_size=1&page_no=2', { clients: [{ id: 13 }], record_count: 3 }],
  ['/api/Site?client_id=13', { record_count: 2, sites: [{ id: 20, client_id: 13 }, { id: 21 }] }],
  [
    '/api/Users?client_id=12&search=general',
    { record_count: 2, users: [{ id: 31, client_id: 12 }, { id: 33 }] },
  ],
])('%s is a list under a key', async (path, list) => {
  expect((await client.get(path)).json).toMatchObject(list);
});

test('site ids of users and client ids of sites are written as doubles', async () => {
  expect((await client.get('/api/Users')).text).toContain('"site_id":18.0');
  expect((await client.get('/api/Site')).text).toContain('"client_id":12.0');
});

test('users can be searched by a property', async () => {
  const filter = [
    { filter_name: 'emailaddress', filter_type: 2, filter_value: 'kim.dale@example.org' },
  ];
  const query = encodeURIComponent(JSON.stringify(filter));

  expect((await client.get(`/api/Users?advanced_search=${query}`)).json['users']).toMatchObject([
    { id: 32 },
  ]);
});

test('a priority is found by its GUID and not by its number', async () => {
  expect((await client.get('/api/Priority/1d2c3b4a-0010-4a00-8a00-000000000010')).status).toBe(200);
  expect((await client.get('/api/Priority/1')).status).toBe(404);
});

test('the outcomes of a type are those of its workflow', async () => {
  const type = await client.get('/api/TicketType/5');
  const workflow = await client.get(`/api/Workflow/${String(type.json['workflow_id'])}`);

  expect(workflow.json['steps']?.[0]?.['actions']).toMatchObject([
    { action_id: 7 },
    { action_id: 23 },
    { action_id: 9 },
  ]);
});

test('closed statuses can be left out', async () => {
  expect((await client.get('/api/Status?excludeclosed=true')).text).not.toContain('"Closed"');
});

test('an address that does not exist is a bare 404', async () => {
  expect(await client.get('/api/Nothing')).toMatchObject({ status: 404, text: '' });
});
