import type { FlowSummary } from '@sluice/schema';
import { expect, test } from 'vitest';
import { type FlowFilter, countTags, pickFlows } from './pick-flows.ts';

const flows = [
  flow('Night desk', { tags: ['Night', 'halo'], updatedAt: day(3) }),
  flow('Day desk', { publishedVersion: 1, recentFailures: 2, lastRun: run(2), updatedAt: day(1) }),
  flow('Old desk', {
    publishedVersion: 4,
    enabled: false,
    recentFailures: 1,
    lastRun: run(1),
    updatedAt: day(2),
  }),
  flow('Flow 10', { publishedVersion: 2, tags: ['halo'], lastRun: run(3), updatedAt: day(0) }),
  flow('Flow 9', { updatedAt: day(4) }),
];
const all: FlowFilter = { words: '', state: undefined, tag: undefined };

test('every word of a search must be in the name or a tag, however it is written', () => {
  expect(found({ words: 'desk' })).toEqual(['Night desk', 'Old desk', 'Day desk']);
  expect(found({ words: ' HALO night ' })).toEqual(['Night desk']);
  expect(found({ words: 'halo missing' })).toEqual([]);
});

test('a state leaves the flows that are in it, and only live flows count as failing', () => {
  expect(found({ state: 'draft' })).toEqual(['Flow 9', 'Night desk']);
  expect(found({ state: 'off' })).toEqual(['Old desk']);
  expect(found({ state: 'live' })).toEqual(['Day desk', 'Flow 10']);
  expect(found({ state: 'failing' })).toEqual(['Day desk']);
});

test('a tag leaves the flows that have it, together with the other parts of the filter', () => {
  expect(found({ tag: 'HALO' })).toEqual(['Night desk', 'Flow 10']);
  expect(found({ tag: 'halo', state: 'live' })).toEqual(['Flow 10']);
});

test('flows are ordered by name as people count, by their last run, or by failures', () => {
  const names = (by: 'name' | 'run' | 'failures', descending: boolean) =>
    pickFlows(flows, all, { by, descending }).map(({ name }) => name);
  expect(names('name', false)).toEqual(['Day desk', 'Flow 9', 'Flow 10', 'Night desk', 'Old desk']);
  expect(names('run', true).slice(0, 3)).toEqual(['Flow 10', 'Day desk', 'Old desk']);
  expect(names('failures', true).slice(0, 2)).toEqual(['Day desk', 'Old desk']);
});

test('tags are counted once for all the ways to write them', () => {
  const more = [...flows, flow('Another', { tags: ['HALO'] })];
  expect(countTags(more)).toEqual([
    { tag: 'halo', count: 3 },
    { tag: 'Night', count: 1 },
  ]);
});

function found(filter: Partial<FlowFilter>): string[] {
  const picked = pickFlows(flows, { ...all, ...filter }, { by: 'changed', descending: true });
  return picked.map(({ name }) => name);
}

function flow(name: string, more: Partial<FlowSummary> = {}): FlowSummary {
  return {
    id: name,
    name,
    enabled: true,
    version: 1,
    updatedAt: day(0),
    nodeTypes: [],
    nodeCount: 0,
    recentFailures: 0,
    tags: [],
    ...more,
  };
}

function run(number: number): NonNullable<FlowSummary['lastRun']> {
  return { id: `run-${number}`, status: 'succeeded', at: day(number) };
}

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
}
