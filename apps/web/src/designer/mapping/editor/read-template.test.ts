import { describe, expect, it } from 'vitest';
import { readPill, readTemplate } from './read-template.ts';

describe('a template from outside', () => {
  it('is read as it was written', () => {
    const template = [
      { text: 'a ' },
      {
        pill: {
          nodeId: 'n1',
          output: 'fields',
          path: [0, 'value'],
          format: [
            { name: 'trim' },
            { name: 'default', value: '-' },
            { name: 'pick', position: -1 },
          ],
        },
      },
    ];
    expect(readTemplate(JSON.parse(JSON.stringify(template)))).toEqual(template);
  });

  it.each([
    ['no list', { text: 'a' }],
    ['a number', 7],
    ['an unknown part', [{ html: '<b>' }]],
    ['a null part', [null]],
    ['too many parts', Array.from({ length: 501 }, () => ({ text: 'a' }))],
  ])('is refused when it is %s', (_, value) => {
    expect(readTemplate(value)).toBeUndefined();
  });

  it.each([
    ['a hostile id', { nodeId: '"><img>', output: 'a' }],
    ['no output', { nodeId: 'a', output: '' }],
    ['a path of objects', { nodeId: 'a', output: 'a', path: [{}] }],
    ['an unknown format', { nodeId: 'a', output: 'a', format: [{ name: 'eval', code: '1' }] }],
    ['a format without its argument', { nodeId: 'a', output: 'a', format: [{ name: 'join' }] }],
    [
      'an endless truncation',
      { nodeId: 'a', output: 'a', format: [{ name: 'truncate', length: 1e9 }] },
    ],
  ])('does not take a pill with %s', (_, value) => {
    expect(readPill(value)).toBeUndefined();
  });

  it('leaves behind what a pill does not hold', () => {
    const read = readPill(
      JSON.parse('{"nodeId":"a","output":"b","onclick":"x","__proto__":{"x":1}}'),
    );
    expect(read).toEqual({ nodeId: 'a', output: 'b' });
    expect(Object.keys(read ?? {})).toEqual(['nodeId', 'output']);
  });
});
