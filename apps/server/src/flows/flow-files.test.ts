import type { FlowDetail, FlowFile } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTicket, drawHaloFlow } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a flow is exported as a file, twice with the same bytes, and imported it is equal', async () => {
  const connectionId = await sluice.connectHalo();
  const drawing = drawHaloFlow({ connectionId, steps: [createTicket()] });
  const flow = await sluice.draw(drawing, 'Night desk');
  const text = await exportText(flow.id);
  expect(await exportText(flow.id)).toBe(text);
  expect(text).not.toContain(connectionId);

  const { connections } = await check(text);
  expect(connections).toEqual([
    {
      id: 'connection-1',
      type: 'haloitsm',
      name: 'Halo',
      usedBy: ['create'],
      match: { id: connectionId, name: 'Halo' },
    },
  ]);
  const bound = { 'connection-1': connectionId };
  const made = await sluice.admin.send('POST /flows/import', { file: text, connections: bound });
  const copy = expectStatus(made, 201).body as FlowDetail;
  expect(copy).toMatchObject({ name: 'Night desk', version: 1, ...drawing });
  expect(copy.id).not.toBe(flow.id);
  expect(await exportText(copy.id)).toBe(text);
  expect((await sluice.trigger(copy.id)).url).toContain('/api/integration/1/functions/');
});

test('the draft is exported unless a version is asked for', async () => {
  const flow = await sluice.publish(drawHaloFlow(), 'Versioned');
  const drawn = { name: 'Versioned', ...drawHaloFlow({ steps: [createTicket()] }) };
  const headers = { Origin: sluice.url, 'If-Match': '"1"' };
  expectStatus(await sluice.admin.send(`PUT /flows/${flow.id}`, drawn, headers), 200);
  expect(JSON.parse(await exportText(flow.id)).nodes).toHaveLength(2);
  expect(JSON.parse(await exportText(flow.id, '?version=1')).nodes).toHaveLength(1);
  expect((await sluice.admin.send(`GET /flows/${flow.id}/export?version=7`)).status).toBe(404);
  expect((await sluice.admin.send('GET /flows/nobody/export')).status).toBe(404);
});

test('a download is named after its flow, without a path', async () => {
  const flow = await sluice.draw(drawHaloFlow(), '../Größe/"1"\u202E');
  const { headers } = await sluice.admin.send(`GET /flows/${flow.id}/export`);
  expect(headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.sluice.json",
  );
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

test('what is not bound stays open, and a name may be given', async () => {
  const connectionId = await sluice.connectHalo();
  const flow = await sluice.draw(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const file = JSON.parse(await exportText(flow.id)) as FlowFile;
  const made = await sluice.admin.send('POST /flows/import', { file, name: 'Day desk' });
  const copy = expectStatus(made, 201).body as FlowDetail;
  expect(copy.name).toBe('Day desk');
  expect(JSON.stringify(copy.nodes)).not.toContain('connectionId');
  const { body } = await sluice.admin.send(`GET /flows/${copy.id}/problems`);
  expect(JSON.stringify(body)).toContain('“create” has no connection.');
});

test('calls of other flows go by name, and a flow that calls itself calls its copy', async () => {
  const called = await sluice.draw(drawHaloFlow(), 'Called');
  const flow = await sluice.draw(drawHaloFlow(), 'Calling');
  const call = (id: string, flowId: string) => ({ id, type: 'flows.call', inputs: { flowId } });
  const steps = [call('other', called.id), call('self', flow.id)];
  const drawn = { name: 'Calling', ...drawHaloFlow({ steps }) };
  const headers = { Origin: sluice.url, 'If-Match': '"1"' };
  expectStatus(await sluice.admin.send(`PUT /flows/${flow.id}`, drawn, headers), 200);

  const text = await exportText(flow.id);
  expect(text).not.toContain(called.id);
  expect(text).not.toContain(flow.id);
  const { flows } = await check(text);
  expect(flows).toEqual([
    { id: 'flow-1', itself: true, usedBy: ['self'] },
    { id: 'flow-2', name: 'Called', usedBy: ['other'], match: { id: called.id, name: 'Called' } },
  ]);
  const bindings = { 'flow-2': called.id };
  const made = await sluice.admin.send('POST /flows/import', { file: text, flows: bindings });
  const copy = expectStatus(made, 201).body as FlowDetail;
  const named = copy.nodes.slice(1).map(({ inputs }) => inputs?.['flowId']);
  expect(named).toEqual([[{ text: called.id }], [{ text: copy.id }]]);
});

test('two connections of one name are a choice for a person', async () => {
  const connectionId = await sluice.connectHalo();
  await sluice.connectHalo();
  const flow = await sluice.draw(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const { connections } = await check(await exportText(flow.id));
  expect(connections[0]).toMatchObject({ name: 'Halo', usedBy: ['create'] });
  expect(connections[0]).not.toHaveProperty('match');
});

test('who took a flow out and who brought one in stands in the audit log', async () => {
  const flow = await sluice.draw(drawHaloFlow(), 'Audited');
  const text = await exportText(flow.id);
  const { body } = await sluice.admin.send('POST /flows/import', { file: text });
  const audit = await sluice.admin.send('GET /audit');
  const { items } = audit.body as { items: readonly object[] };
  expect(items.slice(0, 2)).toMatchObject([
    { action: 'flow.imported', subject: 'Audited', detail: (body as FlowDetail).id },
    { action: 'flow.exported', subject: 'Audited', detail: 'draft' },
  ]);
});

interface Check {
  readonly connections: readonly object[];
  readonly flows: readonly object[];
}

async function check(file: string): Promise<Check> {
  return expectStatus(await sluice.admin.send('POST /flows/check', { file }), 200).body as Check;
}

async function exportText(flowId: string, query = ''): Promise<string> {
  const cookie = [...sluice.admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${sluice.url}/api/v1/flows/${flowId}/export${query}`, {
    headers: { Cookie: cookie },
  });
  expect(response.status).toBe(200);
  return response.text();
}
