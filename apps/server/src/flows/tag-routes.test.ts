import type { FlowDetail, FlowSummary } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

test('a flow starts without tags, keeps those it is given, and its version stays', async () => {
  const { id, tags } = await sluice.draw(drawHaloFlow());
  expect(tags).toEqual([]);
  expect(await tag(id, [' Night ', 'halo', 'night'])).toEqual(['Night', 'halo']);
  const read = (await sluice.admin.send(`GET /flows/${id}`)).body as FlowDetail;
  expect(read).toMatchObject({ version: 1, tags: ['Night', 'halo'] });
  expect((await listed(id))?.tags).toEqual(['Night', 'halo']);
  expect(await tag(id, [])).toEqual([]);
});

test('saving a draft keeps the tags, whatever it says of them', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  await tag(id, ['kept']);
  const saved = await sluice.admin.send(
    `PUT /flows/${id}`,
    { name: 'Saved', ...drawHaloFlow(), tags: ['other'] },
    { Origin: sluice.url, 'If-Match': '"1"' },
  );
  expect(expectStatus(saved, 200).body).toMatchObject({ version: 2, tags: ['kept'] });
});

test('a tag is renamed on every flow that has it, and is there once afterwards', async () => {
  const [one, both, none] = [
    await sluice.draw(drawHaloFlow()),
    await sluice.draw(drawHaloFlow()),
    await sluice.draw(drawHaloFlow()),
  ];
  await tag(one.id, ['urgnt', 'other']);
  await tag(both.id, ['Urgent', 'URGNT']);
  await tag(none.id, ['other']);
  const renamed = await sluice.admin.send('POST /flow-tags/rename', {
    from: 'urgnt',
    to: 'urgent',
  });
  expect(expectStatus(renamed, 200).body).toEqual({ flows: 2 });
  expect((await listed(one.id))?.tags).toEqual(['urgent', 'other']);
  expect((await listed(both.id))?.tags).toEqual(['Urgent']);
  expect((await listed(none.id))?.tags).toEqual(['other']);
  const again = await sluice.admin.send('POST /flow-tags/rename', { from: 'urgnt', to: 'x' });
  expect(again.status).toBe(404);
});

test('a deleted flow cannot be tagged, and follows a rename until it is brought back', async () => {
  const { id } = await sluice.draw(drawHaloFlow());
  await tag(id, ['before']);
  await sluice.admin.send(`DELETE /flows/${id}`);
  expect((await sluice.admin.send(`PUT /flows/${id}/tags`, { tags: ['x'] })).status).toBe(404);
  await sluice.admin.send('POST /flow-tags/rename', { from: 'before', to: 'after' });
  const { body } = await sluice.admin.send(`POST /flows/${id}/restore`);
  expect(body).toMatchObject({ tags: ['after'] });
});

test.each([
  ['no list', 'night'],
  ['a tag with a comma', ['a,b']],
  ['an empty tag', [' ']],
  ['too many tags', Array.from({ length: 21 }, (_, index) => `tag ${index}`)],
])('%s is refused', async (_what, tags) => {
  const { id } = await sluice.draw(drawHaloFlow());
  const answer = await sluice.admin.send(`PUT /flows/${id}/tags`, { tags });
  expect(answer.status).toBe(400);
  expect((await listed(id))?.tags).toEqual([]);
});

async function tag(id: string, tags: readonly string[]): Promise<readonly string[]> {
  const answer = expectStatus(await sluice.admin.send(`PUT /flows/${id}/tags`, { tags }), 200);
  return (answer.body as { tags: readonly string[] }).tags;
}

async function listed(id: string): Promise<FlowSummary | undefined> {
  const { items } = (await sluice.admin.send('GET /flows')).body as { items: FlowSummary[] };
  return items.find((flow) => flow.id === id);
}
