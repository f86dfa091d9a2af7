import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HaloDesk, openHaloDesk } from '../testing/halo-desk.ts';
import { lookups } from './halo-lookups.ts';

let desk: HaloDesk;
beforeAll(async () => {
  desk = await openHaloDesk();
});
beforeEach(() => desk.halo.reset());
afterAll(() => desk.halo.close());

const find = async (name: string, inputs: Record<string, string> = {}, search = '') =>
  (await lookups[name]?.({ http: desk.http, inputs, search })) ?? [];

test.each(Object.keys(lookups))('%s offers options that are told apart', async (name) => {
  const options = await find(name);
  if (!name.startsWith('categories')) expect(options).not.toEqual([]);
  for (const option of options) {
    expect(option.value).not.toBe('');
    expect(option.label).not.toBe('');
  }
  expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
});

test('priorities are numbers, not the GUIDs of their rows', async () => {
  for (const inputs of [{}, { ticketTypeId: '1' }]) {
    const options = await find('priorities', inputs);
    expect(options[0]?.value).toMatch(/^\d+$/);
  }
});

test('outcomes are those of the type’s workflow', async () => {
  const all = await find('outcomes');
  const ofType = await find('outcomes', { ticketTypeId: '1' });
  expect(ofType.length).toBeLessThan(all.length);
  expect(ofType.map((option) => option.value)).toContain('7');
  expect(ofType.map((option) => option.value)).not.toContain('23');
});

test('outcomes are not narrowed by a type that nobody knows', async () => {
  expect(await find('outcomes', { ticketTypeId: '9999' })).toEqual(await find('outcomes'));
});

test('sites are those of the client, and users those of the site', async () => {
  const sites = await find('sites', { clientId: '12' });
  expect(sites.map((option) => option.value)).toContain('18');
  expect((await find('sites')).length).toBeGreaterThan(sites.length);
  const users = await find('users', { clientId: '12', siteId: '18' });
  expect(users.map((option) => option.value)).toContain('31');
  expect(users[0]?.hint).toContain('@');
});

test('agents begin with nobody, also where Halo puts the list under results', async () => {
  const [first] = await find('agents');
  expect(first).toMatchObject({ value: '1', label: 'Unassigned' });
  desk.halo.setQuirks({ agentList: 'results' });
  expect(await find('agents')).toContainEqual(first);
});

test('teams and categories are chosen by name', async () => {
  expect(await find('teams', {}, '1st')).toEqual([
    { value: '1st Line Support', label: '1st Line Support' },
  ]);
  const categories = await find('categories1');
  expect(categories.find((option) => option.value.includes('>'))?.label).toContain(' › ');
});

test('typing narrows by every word', async () => {
  const found = await find('agents', {}, 'UNASS');
  expect(found.map((option) => option.value)).toEqual(['1']);
  expect(await find('agents', {}, 'no such agent')).toEqual([]);
});

test('a drop-down that Halo refuses says why', async () => {
  desk.halo.setQuirks({ failNext: { kind: 'forbidden', count: 1 } });
  await expect(find('teams')).rejects.toMatchObject({
    failure: { code: 'not-authorised', message: expect.stringContaining('list the teams') },
  });
});
