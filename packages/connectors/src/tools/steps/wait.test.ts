import { StepError, StepWait } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { wait } from './wait.ts';

async function outcome(inputs: Values, startedAt: string): Promise<unknown> {
  try {
    return await wait.run(stepCall(inputs, { identity: { startedAt } }));
  } catch (error) {
    return error;
  }
}

const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();

test('counts from when the run first came to the step, so that a restart does not lengthen it', async () => {
  const waiting = await outcome({ amount: 2, unit: 'hours' }, anHourAgo);
  expect(waiting).toBeInstanceOf(StepWait);
  expect((waiting as StepWait).until.getTime()).toBe(Date.parse(anHourAgo) + 7_200_000);
});

test('goes on when its time has come, and says how long it was', async () => {
  const done = (await outcome({ amount: 30, unit: 'minutes' }, anHourAgo)) as Values;
  expect(done['waitedUntil']).toBe(new Date(Date.parse(anHourAgo) + 1_800_000).toISOString());
  expect(done['secondsWaited']).toBeGreaterThanOrEqual(3600);
});

test('waits until a moment, which is in UTC when it names no zone', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
  const waiting = await outcome({ until: tomorrow, unit: 'minutes' }, anHourAgo);
  expect((waiting as StepWait).until.toISOString()).toBe(`${tomorrow}:00.000Z`);
});

test.each<[string, Values, string]>([
  ['neither', { unit: 'minutes' }, 'amount'],
  ['both', { amount: 1, until: '2026-01-01' }, 'until'],
  ['less than nothing', { amount: -1 }, 'amount'],
  ['an unknown unit', { amount: 1, unit: 'toString' }, 'unit'],
  ['no date', { until: 'tomorrow' }, 'until'],
  ['a time beyond a year', { amount: 1e9, unit: 'days' }, 'amount'],
  ['a moment beyond a year', { until: '9999-01-01' }, 'until'],
])('%s is the builder’s to mend', async (_what, inputs, input) => {
  const error = await outcome(inputs, anHourAgo);
  expect(error).toBeInstanceOf(StepError);
  expect((error as StepError).failure).toMatchObject({ code: 'invalid-input', input });
});
