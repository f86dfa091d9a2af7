import { StepError, type WayIn } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { merge } from './merge.ts';

const way = (source: string, exit = 'next'): WayIn => ({ source, exit });
const ticket = {
  id: 'o1',
  name: 'ticket',
  values: [
    { source: 'update', exit: 'next', value: 17 },
    { source: 'create', exit: 'next', value: 4243 },
    { source: 'create', exit: 'error', value: '' },
  ],
};

async function merged(waysIn: readonly WayIn[], outputs: unknown[] = [ticket]): Promise<unknown> {
  const lines: string[] = [];
  const call = {
    ...stepCall({ outputs }, { waysIn }),
    log: (line: string) => void lines.push(line),
  };
  return { outputs: await merge.run(call), lines };
}

test('of several ways that were taken, the first one drawn that has a value counts', async () => {
  const of = (value: unknown) => ({ outputs: { o1: value, values: { ticket: value } }, lines: [] });
  expect(await merged([way('create'), way('update')])).toEqual(of(4243));
  expect(await merged([way('update'), way('create')])).toEqual(of(17));
  expect(await merged([way('create', 'error'), way('update')])).toEqual(of(17));
});

test('a way without a value gives nothing, and the log says so', async () => {
  expect(await merged([way('elsewhere')])).toEqual({
    outputs: { o1: null, values: { ticket: null } },
    lines: ['“ticket” has no value.'],
  });
});

test('two outputs of one name are the builder’s to mend', async () => {
  await expect(merged([], [ticket, { ...ticket, id: 'o2' }])).rejects.toBeInstanceOf(StepError);
});
