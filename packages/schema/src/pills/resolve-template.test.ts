import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveTemplate } from './resolve-template.ts';
import type { TemplatePart } from './template.ts';

const outputs = {
  number: 3,
  nothing: null,
  list: ['a', { deep: true }],
  nested: { items: [{ name: 'first' }, { name: 'second' }], length: 7 },
};
const lookup = (nodeId: string) => (nodeId === 'step' ? outputs : undefined);
const pill = (output: string, path?: (string | number)[]): TemplatePart => ({
  pill: { nodeId: 'step', output, ...(path && { path }) },
});

test('a lone pill keeps the type of its value', () => {
  expect(resolveTemplate([pill('number')], lookup)).toBe(3);
  expect(resolveTemplate([pill('list')], lookup)).toBe(outputs.list);
  expect(resolveTemplate([pill('nothing')], lookup)).toBeNull();
  expect(resolveTemplate([pill('missing')], lookup)).toBeUndefined();
});

test('among text a value becomes text, and a missing one leaves nothing behind', () => {
  const template = [{ text: 'n=' }, pill('number'), { text: ' l=' }, pill('list'), pill('missing')];
  expect(resolveTemplate(template, lookup)).toBe('n=3 l=["a",{"deep":true}]');
  expect(resolveTemplate([], lookup)).toBe('');
});

test('a path leads to a deeper value, and nowhere when there is none', () => {
  const read = (...path: (string | number)[]) => resolveTemplate([pill('nested', path)], lookup);
  expect(read('items', 1, 'name')).toBe('second');
  expect(read('length')).toBe(7);
  for (const path of [
    ['items', 9, 'name'],
    ['items', 'name'],
    ['no', 'such'],
    ['length', 'more'],
  ]) {
    expect(read(...path)).toBeUndefined();
  }
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'what every object inherits (%s) is no value',
  (name) => {
    expect(resolveTemplate([pill(name)], lookup)).toBeUndefined();
    expect(resolveTemplate([pill('nested', [name])], lookup)).toBeUndefined();
    expect(resolveTemplate([pill('nested', ['items', name])], lookup)).toBeUndefined();
  },
);

const foreign = [
  '{{7*7}}',
  '${7*7}',
  '<%= 7*7 %>',
  '#{7*7}',
  '$json.x',
  '<<ticket^id>>',
  '=1+1',
  '{{{step.number}}}',
];

test.each(foreign)('the template syntax of other products, %s, stays text', (text) => {
  const values = { value: text, 'step.number': 'wrong' };
  expect(resolveTemplate([{ text }], () => values)).toBe(text);
  expect(resolveTemplate([{ pill: { nodeId: 'x', output: 'value' } }], () => values)).toBe(text);
});

test('a value is inserted as it is, whatever it looks like, and never read as a template', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, value, after) => {
      const template = [{ text: before }, pill('value'), { text: after }];
      expect(resolveTemplate(template, () => ({ value }))).toBe(before + value + after);
    }),
  );
  const asPart = JSON.stringify([pill('number')]);
  expect(resolveTemplate([pill('value'), { text: '' }], () => ({ value: asPart, number: 9 }))).toBe(
    asPart,
  );
});

test('a format is applied before the value is joined with text', () => {
  const template: TemplatePart[] = [
    { text: '<' },
    {
      pill: {
        nodeId: 'step',
        output: 'number',
        format: [{ name: 'json' }, { name: 'default', value: 'x' }],
      },
    },
    { text: '>' },
  ];
  expect(resolveTemplate(template, lookup)).toBe('<3>');
});
