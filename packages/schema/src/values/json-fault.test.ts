import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-fault.ts';

test.each([
  ['{\n  "a": 1,\n  "b" 2\n}', '3:7', /colon/],
  ['{"a": 1,}', '1:9', /name in double quotes/],
  ['[1 2]', '1:4', /comma or “]”/],
  ['[1,\n', '2:1', /“]” is missing/],
  ["{'a': 1}", '1:2', /name in double quotes/],
  ['[tru]', '1:2', /double quotes/],
  ['[01]', '1:2', /double quotes/],
  ['"a\nb"', '1:3', /must be escaped/],
  ['"a\\x"', '1:3', /backslash/],
  ['"never closed', '1:1', /not closed/],
  ['{} {}', '1:4', /more after the end/],
  ['', '1:1', /no value/],
])('finds where %j is not JSON', (text, place, problem) => {
  const fault = findJsonFault(text);
  expect(`${fault?.line}:${fault?.column}`).toBe(place);
  expect(fault?.problem).toMatch(problem);
});

test('agrees with the parser about every text', () => {
  const letters = fc.constantFrom(
    ...Array.from('{}[]:,"\\ue12.-+ tn\n'),
    'true',
    'null',
    '"a"',
    '\\u0041',
  );
  const texts = fc.oneof(
    fc.json(),
    fc.array(letters, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(findJsonFault(text) === undefined, text).toBe(parses(text));
    }),
    { numRuns: 5000 },
  );
});

test('says no to text that is nested too deep', () => {
  expect(findJsonFault('['.repeat(3) + ']'.repeat(3), 3)).toBeUndefined();
  expect(findJsonFault('['.repeat(100_000), 200)).toMatchObject({ line: 1, column: 201 });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
