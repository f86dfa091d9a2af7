import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldControl } from '../catalogue/catalogue.ts';
import { escapePills } from './escape-pills.ts';
import { type Lookup, resolveTemplate } from './resolve-template.ts';
import type { Pill, TemplatePart } from './template.ts';

const pill = (output: string, format?: Pill['format']): TemplatePart => ({
  pill: { nodeId: 'step', output, ...(format && { format }) },
});

function write(control: FieldControl, template: readonly TemplatePart[], outputs: object): unknown {
  const lookup: Lookup = () => outputs as Record<string, unknown>;
  const isHtml = (_node: string, output: string) => output === 'html';
  return resolveTemplate(escapePills(template, control, { lookup, isHtml }), lookup);
}

test('JSON keeps the kind of a value, and makes text of one within quotes', () => {
  const template = [
    { text: '{"a": ' },
    pill('v'),
    { text: ', "b": "x ' },
    pill('v'),
    { text: '"}' },
  ];
  const read = (v: unknown) => JSON.parse(String(write('json', template, { v })));
  expect(read('a "quote"\nand a line')).toEqual({
    a: 'a "quote"\nand a line',
    b: 'x a "quote"\nand a line',
  });
  expect(read(3)).toEqual({ a: 3, b: 'x 3' });
  expect(read(['y'])).toEqual({ a: ['y'], b: 'x ["y"]' });
  expect(read(undefined)).toEqual({ a: null, b: 'x ' });
});

test('whatever a value holds, it stays one value of the JSON', () => {
  const template = [
    { text: '{"in": "\\"' },
    pill('v'),
    { text: '", "out": ' },
    pill('v'),
    { text: '}' },
  ];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (v) => {
      expect(JSON.parse(String(write('json', template, { v })))).toEqual({ in: `"${v}`, out: v });
    }),
  );
});

test('a backslash right before a pill cannot undo the escaping', () => {
  const template = [{ text: '{"a": "\\' }, pill('v'), { text: '"}' }];
  const text = String(write('json', template, { v: '", "admin": true, "b": "' }));
  expect(Object.keys(JSON.parse(text))).toEqual(['a']);
});

test('a pill that was formatted as JSON is not written as JSON twice', () => {
  const template = [{ text: '[' }, pill('v', [{ name: 'json' }]), { text: ']' }];
  expect(write('json', template, { v: { a: 1 } })).toBe('[{"a":1}]');
});

test('an address takes its beginning from a pill, and later ones only as parts', () => {
  const outputs = { base: 'https://desk.example/api', v: 'a/b?c=d&e#f ü\uD800' };
  const template = [pill('base'), { text: '/users/' }, pill('v'), { text: '?q=' }, pill('v')];
  const url = new URL(String(write('url', template, outputs)));
  expect(url.origin).toBe('https://desk.example');
  expect(url.pathname.split('/')).toHaveLength(4);
  expect([...url.searchParams]).toEqual([['q', 'a/b?c=d&e#f ü\uFFFD']]);
  expect(url.hash).toBe('');
});

test('HTML is escaped, unless the output is HTML of its own', () => {
  const template = [pill('v'), pill('html')];
  expect(write('html', template, { v: '<b>', html: '<i>x</i>' })).toBe('&lt;b&gt;<i>x</i>');
});

test('code takes in no value at all', () => {
  expect(write('code', [{ text: 'return 1;' }, pill('v')], { v: 'process.exit()' })).toBe(
    'return 1;',
  );
});

test('other inputs are left as they are', () => {
  expect(write('text', [pill('v')], { v: { a: '<' } })).toEqual({ a: '<' });
});
