import { expect, test } from 'vitest';
import { wordsIn, wordsOf } from './words-of.ts';

test('words are told apart by signs, and compared without case and accents', () => {
  expect(wordsIn('Ökostrom „aus“: c:\\temp 100% ticket-81234_x')).toEqual([
    'okostrom',
    'aus',
    'c',
    'temp',
    '100',
    'ticket',
    '81234',
    'x',
  ]);
  expect(wordsIn(' – ')).toEqual([]);
});

test('every value counts, however deep, and each word once', () => {
  const values = [{ a: ['One', { b: 2, c: null, d: true }] }, 'one two'];
  expect(wordsOf(values)).toEqual(['one', '2', 'two']);
});

test('what is far too long is looked through up to a limit', () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => index);
  expect(wordsOf([numbers])).toHaveLength(2000);
  expect(wordsOf(['x'.repeat(1_000_000)])).toEqual(['x'.repeat(64)]);
});
