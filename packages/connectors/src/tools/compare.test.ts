import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const verdict = (left: unknown, operator: string, right?: unknown) =>
  compare({ id: 'a', left, operator, right });
const holds = (left: unknown, operator: string, right?: unknown) =>
  verdict(left, operator, right)?.holds;

test('text is compared without capitals and spaces around', () => {
  expect(holds(' High', 'equals', 'high ')).toBe(true);
  expect(holds('High', 'not-equals', 'low')).toBe(true);
  expect(holds(4243, 'equals', '4243')).toBe(true);
  expect(holds('VPN is down', 'contains', 'vpn')).toBe(true);
  expect(holds('VPN is down', 'starts-with', 'vpn')).toBe(true);
  expect(holds('VPN is down', 'ends-with', 'vpn')).toBe(false);
});

test('no text contains nothing', () => {
  expect(holds('anything', 'contains', '')).toBe(false);
  expect(holds('anything', 'starts-with', undefined)).toBe(false);
  expect(holds('anything', 'not-contains', '')).toBe(true);
});

test.each([undefined, null, '', '  ', [], {}])('%j is blank', (value) => {
  expect(holds(value, 'blank')).toBe(true);
  expect(holds(value, 'not-blank')).toBe(false);
});

test.each([0, false, 'x', ['']])('%j is not blank', (value) => {
  expect(holds(value, 'not-blank')).toBe(true);
});

test('numbers are compared as numbers, also out of text', () => {
  expect(holds('10', 'more-than', 9)).toBe(true);
  expect(holds('10.0', 'number-equals', '10')).toBe(true);
  expect(holds(3, 'at-least', 3)).toBe(true);
  expect(holds(3, 'less-than', 3)).toBe(false);
  expect(holds(3, 'at-most', 3)).toBe(true);
});

test('what cannot be compared does not hold, whichever way it is asked', () => {
  for (const operator of ['number-equals', 'number-not-equals', 'more-than', 'less-than']) {
    expect(verdict('high', operator, 3)).toEqual({ holds: false, why: '“high” is not a number' });
    expect(holds('', operator, 0)).toBe(false);
  }
  expect(verdict('soon', 'before', '2026-01-01')?.why).toMatch(/not a date/);
  expect(verdict('a, b', 'list-not-contains', 'a')?.why).toMatch(/not a list/);
  expect(verdict('perhaps', 'false')?.why).toMatch(/neither/);
});

test('dates are compared as moments, without a zone as UTC', () => {
  expect(holds('2026-09-25T08:00+02:00', 'before', '2026-09-25T06:01')).toBe(true);
  expect(holds('2026-09-25T08:00+02:00', 'after', '2026-09-25T05:59Z')).toBe(true);
  expect(holds('2026-09-25', 'after', '2026-09-24')).toBe(true);
});

test('lists are looked into and counted', () => {
  const list = ['VPN', 3];
  expect(holds(list, 'list-contains', 'vpn')).toBe(true);
  expect(holds(list, 'list-contains', '3')).toBe(true);
  expect(holds(list, 'list-not-contains', 'wifi')).toBe(true);
  expect(holds(list, 'length-equals', 2)).toBe(true);
  expect(holds(list, 'longer-than', '1')).toBe(true);
  expect(holds(undefined, 'shorter-than', 1)).toBe(true);
});

test('yes and no are read in the usual words', () => {
  expect(holds(true, 'true')).toBe(true);
  expect(holds('No', 'false')).toBe(true);
});

test.each(['toString', '__proto__', 'matches'])('there is no comparison called %s', (operator) => {
  expect(verdict('a', operator, 'a')).toBeUndefined();
});
