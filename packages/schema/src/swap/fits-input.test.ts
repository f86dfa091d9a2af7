import { expect, test } from 'vitest';
import type { FieldControl, FieldManifest } from '../catalogue/catalogue.ts';
import { fitsInput } from './fits-input.ts';
import type { InputValue, Template } from '../pills/template.ts';

const field = (control: FieldControl, more: Partial<FieldManifest> = {}): FieldManifest => ({
  control,
  type: 'text',
  label: 'X',
  required: false,
  group: 'main',
  ...more,
});
const text = (words: string): Template => [{ text: words }];
const pill: Template = [{ pill: { nodeId: 'a', output: 'b' } }];
const agents = field('lookup', { lookup: { name: 'agents', needs: [] } });
const teams = field('lookup', { lookup: { name: 'teams', needs: [] } });
const yes = field('select', { options: [{ value: 'yes', label: 'Yes' }] });
const asks = field('conditions', { operators: [{ value: 'equals', label: 'equals' }] });
const asked = (operator: string): InputValue => ({
  sets: [{ id: 's', comparisons: [{ id: 'c', left: pill, operator, right: [] }] }],
});

const cases: readonly [string, InputValue, FieldManifest, FieldManifest, boolean][] = [
  ['text into a longer text', text('a'), field('text'), field('html'), true],
  ['text into a number', text('a'), field('text'), field('number'), false],
  ['digits into a number', text('12'), field('text'), field('number'), true],
  ['spaces into a number', text('  '), field('text'), field('number'), false],
  ['a pill into a number', pill, field('text'), field('number'), true],
  ['a pill into code', pill, field('text'), field('code'), false],
  ['code into text', text('return 1'), field('code'), field('text'), false],
  ['an id into the same list', text('27'), agents, agents, true],
  ['an id into another list', text('27'), agents, teams, false],
  ['a pill into another list', pill, agents, teams, true],
  ['an option that is offered', text('yes'), field('text'), yes, true],
  ['an option that is not', text('no'), yes, field('select', { options: [] }), false],
  ['a yes into a toggle', text('true'), field('text'), field('toggle'), true],
  ['a word into a toggle', text('maybe'), field('text'), field('toggle'), false],
  ['a secret into text', text('s'), field('secret'), field('text'), false],
  ['a moment into text', text('2026-09-25'), field('date-time'), field('text'), true],
  ['text into a moment', text('soon'), field('text'), field('date-time'), false],
  ['lines into text', { entries: [] }, field('entries'), field('text'), false],
  ['lines into lines', { entries: [] }, field('entries'), field('entries'), true],
  ['text into lines', text('a'), field('text'), field('entries'), false],
  ['values per way', { perWay: [] }, field('per-way'), field('per-way'), true],
  ['comparisons that are known', asked('equals'), asks, asks, true],
  ['comparisons that are not', asked('sounds-like'), asks, asks, false],
  ['no comparisons into text', { sets: [] }, asks, field('text'), false],
  ['“empty” where it cannot be said', [], field('text'), field('text'), false],
  ['“empty” where it can', [], field('text'), field('text', { canBeEmptied: true }), true],
];

test.each(cases.map(([what, value, from, to, fits]) => ({ what, value, from, to, fits })))(
  '$what',
  ({ value, from, to, fits }) => {
    expect(fitsInput(value, { from, to })).toBe(fits);
  },
);
