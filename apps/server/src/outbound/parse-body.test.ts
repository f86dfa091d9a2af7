import { HttpError } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { parseBody } from './parse-body.ts';

function reply(text: string, type?: string, status = 200) {
  return {
    status,
    headers: type === undefined ? {} : { 'content-type': type },
    body: Buffer.from(text),
  };
}

test.each([
  ['{"a":1}', 'application/json; charset=utf-8', { a: 1 }],
  ['{"a":1}', 'application/problem+json', { a: 1 }],
  ['{"a":1}', undefined, { a: 1 }],
  ['plain', undefined, 'plain'],
  ['{"a":1}', 'text/plain', '{"a":1}'],
  ['', 'application/json', undefined],
])('%s as %s is read as %j', (text, type, expected) => {
  expect(parseBody(reply(text, type))).toEqual(expected);
});

test('a good answer that only says it is JSON is a fault', () => {
  expect(() => parseBody(reply('<html>', 'application/json'))).toThrow(HttpError);
});

test('an error that only says it is JSON keeps its text', () => {
  expect(parseBody(reply('<html>', 'application/json', 502))).toBe('<html>');
});

test('the character set of the answer is obeyed', () => {
  const latin = { ...reply('', 'text/plain; charset=iso-8859-1'), body: Buffer.from([0xe9]) };

  expect(parseBody(latin)).toBe('é');
});

test('nesting without end is refused, and brackets within text do not count', () => {
  expect(() => parseBody(reply('['.repeat(100_000), 'application/json'))).toThrow(/nested/);
  expect(parseBody(reply(JSON.stringify('["\\'.repeat(1000)), 'application/json'))).toBe(
    '["\\'.repeat(1000),
  );
});

test('a key of a prototype is only a key', () => {
  parseBody(reply('{"__proto__":{"polluted":true}}', 'application/json'));

  expect({}).not.toHaveProperty('polluted');
});
