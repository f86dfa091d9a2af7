import { expect, test } from 'vitest';
import { fitOf } from './fit-of.ts';

test('what is called so fits best, with letters left out it still fits', () => {
  const fits = ['Wait', 'Wait for it', 'Write a ticket'].map((label) => fitOf(label, 'wait'));
  expect(fits).toEqual(fits.toSorted((one, other) => other - one));
  expect(fitOf('Create Ticket', 'crtick')).toBeGreaterThan(0);
});

test('whole words of what else is said of it count less than any name', () => {
  const said = fitOf('Update Ticket', 'halo values', ['Change values in Halo.']);
  expect(said).toBeGreaterThan(0);
  expect(said).toBeLessThanOrEqual(fitOf('Create Ticket', 'crtick'));
  expect(fitOf('Update Ticket', 'wait', ['Change what is waiting.'])).toBe(said);
});

test('letters that are strewn over a text are no match', () => {
  expect(fitOf('Update Ticket', 'wxyz', ['Write a text of any size'])).toBe(0);
  expect(fitOf('Undo', 'nothing is called so')).toBe(0);
});
