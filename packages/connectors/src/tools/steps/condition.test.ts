import { StepError, type Taken } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { condition } from './condition.ts';

const yes = { id: 'y', left: 'a', operator: 'equals', right: 'a' };
const no = { id: 'n', left: 'a', operator: 'equals', right: 'b' };

async function exitFor(...conditions: unknown[]): Promise<readonly string[]> {
  return ((await condition.run(stepCall({ conditions }))) as Taken).exits;
}

test('all of a set must hold, and one of the sets', async () => {
  expect(await exitFor([yes, yes])).toEqual(['true']);
  expect(await exitFor([yes, no])).toEqual(['false']);
  expect(await exitFor([no], [yes])).toEqual(['true']);
  expect(await exitFor([no, yes], [yes, no])).toEqual(['false']);
});

test('says in the log what was compared and why it did not hold', async () => {
  const lines: string[] = [];
  const conditions = [[{ id: 'a', left: 'high', operator: 'more-than', right: 3 }]];
  await condition.run({ ...stepCall({ conditions }), log: (line) => lines.push(line) });
  expect(lines).toEqual(['“high” is more than “3”: no, because “high” is not a number.']);
});

test.each([
  ['nothing to compare', [[]]],
  ['an unknown comparison', [[{ ...yes, operator: 'constructor' }]]],
])('%s is the builder’s to mend', async (_what, conditions) => {
  await expect(condition.run(stepCall({ conditions }))).rejects.toBeInstanceOf(StepError);
});
