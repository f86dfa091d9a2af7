import { expect, it } from 'vitest';
import { readPath } from './read-path.ts';

it.each([
  ['ticket', ['ticket']],
  ['ticket.tags[0]', ['ticket', 'tags', 0]],
  ['[2].name', [2, 'name']],
  [' a b . c ', ['a b', 'c']],
])('reads %s', (text, path) => expect(readPath(text)).toEqual(path));

it.each(['', '.', 'a.', '.a', 'a..b', 'a[', 'a[x]', 'a[0', 'a. .b'])('refuses “%s”', (text) =>
  expect(readPath(text)).toBeUndefined(),
);
