import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test('a path of our own is followed', () => {
  expect(ownPath('/flows/1?run=2')).toBe('/flows/1?run=2');
});

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('%j leads to the first page instead', (next) => {
  expect(ownPath(next)).toBe('/');
});
