import { describe, expect, it } from 'vitest';
import { pathLabel, valueText } from './value-text.ts';
import { leavesOf } from './value-tree.ts';

describe('a value on one line', () => {
  it.each([
    ['a dash for none', null, '—'],
    ['a dash for blank text', '  ', '—'],
    ['plain lists with commas', ['a', 1], 'a, 1'],
    ['JSON for the rest', { a: 1 }, '{"a":1}'],
    ['lines joined', 'a\n b', 'a b'],
  ])('is %s', (_, value, text) => {
    expect(valueText(value)).toBe(text);
  });

  it('is cut', () => {
    expect(valueText('x'.repeat(200), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  it('counts list positions from one', () => {
    expect(pathLabel([0, 'name'])).toBe('item 1 › name');
  });
});

describe('the leaves of a structured value', () => {
  it('are its plain values with the way to each', () => {
    expect(leavesOf({ a: [{ b: 1 }], c: null })).toEqual([
      { path: ['c'], value: null },
      { path: ['a', 0, 'b'], value: 1 },
    ]);
  });

  it('are limited in number and depth', () => {
    expect(
      leavesOf(
        Array.from({ length: 1000 }, (_, index) => index),
        10,
      ),
    ).toHaveLength(10);
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = { a: deep };
    expect(leavesOf(deep)).toEqual([]);
  });
});
