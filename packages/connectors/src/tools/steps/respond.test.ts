import { type Answered, StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { respond } from './respond.ts';

const answer = async (inputs: Values) => ((await respond.run(stepCall(inputs))) as Answered).answer;

test('answers nothing but a status when nothing else is given', async () => {
  expect(await answer({})).toEqual({ status: 200, headers: {}, body: undefined });
});

test('a value that was a lone pill is answered as it is', async () => {
  expect((await answer({ body: 'null' })).body).toBeNull();
  expect((await answer({ body: '[1, "a"]' })).body).toEqual([1, 'a']);
});

test.each<[string, Values, string]>([
  ['a status that is none', { status: 99 }, 'status'],
  ['a status that is no whole number', { status: 200.5 }, 'status'],
  ['text and JSON at once', { body: '{}', text: 'x' }, 'text'],
  ['a body that is not JSON', { body: '{' }, 'body'],
])('%s is the builder’s to mend', async (_what, inputs, input) => {
  const error = await answer(inputs).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StepError);
  expect((error as StepError).failure).toMatchObject({ code: 'invalid-input', input });
});
