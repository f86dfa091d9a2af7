import { expect, test } from 'vitest';
import { type FieldControl, type FieldManifest, isEntries } from '@sluice/schema';
import { beginsHere, takesExample, withExample } from './example-value.ts';

const field = (control: FieldControl, more: Partial<FieldManifest> = {}): FieldManifest => ({
  control,
  type: 'text',
  label: 'X',
  required: false,
  group: 'main',
  ...more,
});
const pill = { pill: { nodeId: 'a', output: 'b' } };

test('an example takes the place of a single line', () => {
  expect(withExample([{ text: 'old' }], { text: 'new' }, field('text'))).toEqual([{ text: 'new' }]);
});

test('a longer text keeps what it holds and goes on with the example', () => {
  expect(withExample([pill], { text: 'new' }, field('html'))).toEqual([
    pill,
    { text: '\n' },
    { text: 'new' },
  ]);
  expect(withExample([], { text: 'new' }, field('html'))).toEqual([{ text: 'new' }]);
});

test('lines are added to those that are there, with ids of their own', () => {
  const lines = [
    { name: 'Accept', value: 'text/plain' },
    { name: 'X', value: '' },
  ];
  const before = { id: 'first', name: [{ text: 'A' }], value: [] };
  const after = withExample({ entries: [before] }, { lines }, field('entries'));
  expect(after).toMatchObject({
    entries: [
      before,
      { name: [{ text: 'Accept' }], value: [{ text: 'text/plain' }] },
      { name: [{ text: 'X' }], value: [] },
    ],
  });
  const ids = isEntries(after) ? after.entries.map(({ id }) => id) : [];
  expect(new Set(ids).size).toBe(3);
});

test('a comparison is one more that must hold', () => {
  const comparison = { left: '', operator: 'contains', right: 'vpn' };
  const made = withExample(undefined, { comparison }, field('conditions'));
  expect(made).toMatchObject({
    sets: [{ comparisons: [{ left: [], operator: 'contains', right: [{ text: 'vpn' }] }] }],
  });
  expect(withExample(made, { comparison }, field('conditions'))).toMatchObject({
    sets: [{ comparisons: [{}, {}] }],
  });
});

test('examples are shown until something of the builder’s own stands there', () => {
  const cron = field('text', { initial: '0 8 * * *', examples: [{ text: '*/5 * * * *' }] });
  expect(beginsHere(undefined, cron)).toBe(true);
  expect(beginsHere([{ text: '0 8 * * *' }], cron)).toBe(true);
  expect(beginsHere([{ text: '*/5 * * * *' }], cron)).toBe(true);
  expect(beginsHere([{ text: '1 1 * * *' }], cron)).toBe(false);
  expect(beginsHere([pill], cron)).toBe(false);
  expect(beginsHere([pill], field('text'))).toBe(false);
});

test('code that is there is never written over', () => {
  expect(takesExample([{ text: 'return 1' }], field('code'))).toBe(false);
  expect(takesExample([], field('code'))).toBe(true);
  expect(takesExample([{ text: 'own' }], field('text'))).toBe(true);
});
