import { describe, expect, it } from 'vitest';
import type { FieldManifest, StepNode } from '@sluice/schema';
import { neededValues } from './needed-values.ts';
import { setInput, whenTyped } from './set-input.ts';
import { typedProblem } from './typed-problem.ts';

const pill = { pill: { nodeId: 'trigger', output: 'clientId' } };
const field = (
  control: FieldManifest['control'],
  more: Partial<FieldManifest> = {},
): FieldManifest => ({
  control,
  label: 'Client',
  required: false,
  type: 'text',
  group: 'main',
  ...more,
});
const step = (inputs: StepNode['inputs']): StepNode => ({
  id: 's',
  kind: 'step',
  type: 'desk.create-ticket',
  name: 'Create Ticket',
  position: { x: 0, y: 0 },
  inputs,
});

describe('an input that holds text it cannot take', () => {
  it.each([
    ['a number', field('number'), 'ten'],
    ['a yes or no', field('toggle'), 'maybe'],
    ['one of a list', field('select', { options: [{ value: 'a', label: 'A' }] }), 'b'],
    ['a number from a list', field('lookup', { type: 'number' }), 'Critical'],
    ['a date', field('date-time'), 'tomorrow'],
  ])('says what to do: %s', (_, manifest, text) => {
    expect(typedProblem(manifest, [{ text }])).toMatch(/drop a pill/);
    expect(typedProblem(manifest, [pill])).toBeUndefined();
    expect(typedProblem(manifest, [])).toBeUndefined();
  });

  it('says in which line JSON is none, and takes pills within it', () => {
    const json = field('json');
    expect(typedProblem(json, [{ text: '{"a":\n1,}' }])).toMatch(/line 2, column 3\./);
    expect(typedProblem(json, [{ text: '{"a":\n' }, pill, { text: ',}' }])).toMatch(/line 2\./);
    const text = [{ text: '{"a": "' }, pill, { text: '", "b": ' }, pill, { text: '}' }];
    expect(typedProblem(json, text)).toBeUndefined();
  });

  it('takes any text of a look-up whose values are text', () => {
    expect(typedProblem(field('lookup'), [{ text: '1st Line' }])).toBeUndefined();
  });
});

describe('a list that depends on another input', () => {
  const site = field('lookup', { lookup: { name: 'sites', needs: ['clientId'] } });
  const inputs = { clientId: field('lookup') };

  it('is asked with what was typed there', () => {
    expect(neededValues(site, step({ clientId: [{ text: '12' }] }), inputs)).toEqual({
      values: { clientId: '12' },
      missing: [],
    });
  });

  it('names what is missing', () => {
    expect(neededValues(site, step({}), inputs)).toEqual({ values: {}, missing: ['Client'] });
  });

  it('is asked without a value that only a run knows', () => {
    const node = step({ clientId: [pill] });
    expect(neededValues(site, node, inputs)).toEqual({ values: {}, missing: [] });
  });
});

describe('the inputs of a step', () => {
  it('tell left out from set to empty', () => {
    expect(setInput(step({ a: [] }), 'a', undefined).inputs).toEqual({});
    expect(setInput(step({}), 'a', []).inputs).toEqual({ a: [] });
  });

  it('are left out once everything in them was deleted', () => {
    expect(whenTyped([])).toBeUndefined();
    expect(whenTyped({ entries: [] })).toBeUndefined();
    expect(whenTyped([pill])).toEqual([pill]);
  });
});
