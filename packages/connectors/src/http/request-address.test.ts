import { expect, test } from 'vitest';
import { requestAddress } from './request-address.ts';

const line = (name: string, value: unknown) => ({ id: name, name, value });

test('a query is put behind the one that is there, and before no fragment', () => {
  expect(requestAddress('https://desk.example/a?b=1#part', [line('c d', 'e/f?')])).toBe(
    'https://desk.example/a?b=1&c+d=e%2Ff%3F',
  );
});

test('a path needs no slash to begin with', () => {
  expect(requestAddress(' things ', [])).toBe('/things');
});

test.each([
  '/users/../admin',
  '/users/%2e%2E/admin',
  '/users/.',
  '/users\\..\\admin',
  '/users/.\t./admin',
  'https://desk.example/users/..',
])('%j leads elsewhere and is refused', (url) => {
  expect(() => requestAddress(url, [])).toThrow(/lead elsewhere/);
});

test('dots that are part of a name, or of the query, are none of these', () => {
  for (const url of ['/a..b/...', '/files?path=/a/../b', 'https://a.b/x.y']) {
    expect(requestAddress(url, [])).toBe(url);
  }
});
