import { expect, test } from 'vitest';
import { jsonProblem } from './json-problem.ts';

test('says where a body stops being JSON', () => {
  expect(jsonProblem('{\n  "a": 1,\n  "b" 2\n}')).toMatch(/line 3, character 7/);
});

test('says what is missing when the end is', () => {
  expect(jsonProblem('{"a": [1, 2')).toMatch(/not JSON/);
  expect(jsonProblem('  ')).toMatch(/Enter a JSON body/);
});

test('accepts every JSON value', () => {
  for (const text of ['{}', '[1]', '"text"', '3', 'null'])
    expect(jsonProblem(text)).toBeUndefined();
});
