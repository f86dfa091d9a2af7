import { expect, test } from 'vitest';
import { type Choice, findChoices } from './find-choices.ts';

const choices: readonly Choice[] = [
  choice('undo', 'Undo', 'Flow'),
  choice('tidy', 'Tidy up', 'Arrange'),
  choice('node', 'Create Ticket', 'Go to'),
  choice('step', 'Update Ticket', 'Add a step'),
];
const headings = { recent: 'Recent', found: 'Found' };

test('without a search, recent choices come first and the many are left out', () => {
  const groups = find('', ['tidy', 'gone']);
  expect(groups).toEqual([
    ['Recent', ['tidy']],
    ['Flow', ['undo']],
    ['Add a step', ['step']],
  ]);
});

test('a search finds what has its letters in their order', () => {
  expect(find('crtick')).toEqual([['Found', ['node']]]);
  expect(find('tidy')[0]?.[1]?.[0]).toBe('tidy');
  expect(find('zzz')).toEqual([]);
});

test('of two that fit alike, the one chosen lately comes first', () => {
  expect(find('ticket', ['step'])[0]?.[1]).toEqual(['step', 'node']);
  expect(find('ticket', ['node'])[0]?.[1]).toEqual(['node', 'step']);
});

function find(search: string, recent: readonly string[] = []) {
  return findChoices(choices, { search, recent }, headings).map(
    (group) => [group.heading, group.choices.map(({ id }) => id)] as const,
  );
}

function choice(id: string, label: string, heading: string): Choice {
  return { id, label, heading, onlyFound: id === 'node', choose: () => {} };
}
