import { expect, test } from 'vitest';
import type { FieldManifest } from '../catalogue/catalogue.ts';
import { faultsWithin } from './faults-within.ts';
import { type Conditions, type Template, mapTemplates, pillsOf } from '../pills/template.ts';

const field = (more: Partial<FieldManifest>): FieldManifest => ({
  control: 'conditions',
  type: 'conditions',
  label: 'If',
  required: true,
  group: 'main',
  operators: [
    { value: 'equals', label: 'equals' },
    { value: 'blank', label: 'is blank', takesNothing: true },
  ],
  ...more,
});
const pill = { pill: { nodeId: 't', output: 'summary' } };
const compared = (left: Template, operator: string, right: Template = []): Conditions => ({
  sets: [{ id: 's', comparisons: [{ id: 'c', left, operator, right }] }],
});

test('a comparison needs both sides, unless it asks about one', () => {
  expect(faultsWithin(compared([pill], 'equals', [{ text: 'a' }]), field({}))).toEqual([]);
  expect(faultsWithin(compared([pill], 'blank'), field({}))).toEqual([]);
  for (const value of [
    compared([pill], 'equals'),
    compared([], 'equals', [pill]),
    compared([], 'blank'),
  ]) {
    expect(faultsWithin(value, field({}))).toMatchObject([{ kind: 'side-empty' }]);
  }
});

test('a comparison that the step does not know cannot run', () => {
  expect(faultsWithin(compared([pill], 'toString', [pill]), field({}))).toMatchObject([
    { kind: 'operator-unknown' },
  ]);
  expect(faultsWithin([pill], field({}))).toMatchObject([{ kind: 'not-conditions' }]);
});

test('code with a pill cannot run', () => {
  expect(faultsWithin([{ text: 'x' }, pill], field({ control: 'code' }))).toMatchObject([
    { kind: 'pill-in-code' },
  ]);
  expect(faultsWithin([{ text: 'x' }], field({ control: 'code' }))).toEqual([]);
});

test('a line without a name is passed over, and said to be', () => {
  const lines = { entries: [{ id: 'a', name: [], value: [pill] }] };
  const columns = { name: 'Header', value: 'Value' };
  expect(faultsWithin(lines, field({ control: 'entries', columns }))).toMatchObject([
    { kind: 'line-nameless', column: 'Header' },
  ]);
});

test('pills of both sides are found and replaced', () => {
  const value = compared([pill], 'equals', [{ text: 'x' }, pill]);
  expect(pillsOf(value)).toHaveLength(2);
  expect(pillsOf(mapTemplates(value, () => [pill, pill]))).toHaveLength(4);
});
