import { expect, test } from 'vitest';
import { addComparison, addSet, changeComparison, removeComparison } from './edit-conditions.ts';

const line = (id: string, text = '') => ({
  id,
  left: [{ text }],
  operator: 'equals',
  right: [],
});
const sets = [
  { id: 's1', comparisons: [line('a'), line('b')] },
  { id: 's2', comparisons: [line('c')] },
];
const shape = (all: typeof sets) =>
  all.map((set) => set.comparisons.map((each) => each.id).join('')).join(' ');

test('a comparison is changed in its place', () => {
  const changed = changeComparison(sets, line('b', 'new'));
  expect(changed[0]?.comparisons[1]).toEqual(line('b', 'new'));
  expect(changed[1]).toEqual(sets[1]);
});

test('one is added behind the others of its set, and a set behind the sets', () => {
  expect(shape([...addComparison(sets, 's1', line('d'))] as typeof sets)).toBe('abd c');
  expect(shape([...addSet(sets, { id: 's3', comparisons: [line('d')] })] as typeof sets)).toBe(
    'ab c d',
  );
});

test('with its last comparison a set goes', () => {
  expect(shape([...removeComparison(sets, 'c')] as typeof sets)).toBe('ab');
  expect(shape([...removeComparison(sets, 'a')] as typeof sets)).toBe('b c');
});
