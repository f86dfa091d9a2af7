import { expect, test } from 'vitest';
import { copyName } from './copy-name.ts';

test('a copy says what it is a copy of, and is counted when there is one already', () => {
  expect(copyName('Night desk', new Set())).toBe('Copy of Night desk');
  expect(copyName('Night desk', new Set(['Copy of Night desk']))).toBe('Copy 2 of Night desk');
});

test('a copy of a copy is another copy of the first', () => {
  const taken = new Set(['Copy of Night desk', 'Copy 2 of Night desk']);
  expect(copyName('Copy of Night desk', taken)).toBe('Copy 3 of Night desk');
  expect(copyName('Copy 2 of Night desk', taken)).toBe('Copy 3 of Night desk');
});

test('a name that would be too long is cut between two characters', () => {
  const name = copyName(`${'x'.repeat(110)}😀${'y'.repeat(8)}`, new Set());
  expect(name).toBe(`Copy of ${'x'.repeat(110)}…`);
  expect(name.length).toBeLessThanOrEqual(120);
  expect(copyName('z'.repeat(112), new Set())).toBe(`Copy of ${'z'.repeat(112)}`);
});
