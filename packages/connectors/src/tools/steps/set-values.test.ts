import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { setValues } from './set-values.ts';

const line = (id: string, name: string, value: unknown) => ({ id, name, value });

test('a value that is missing is kept as nothing', async () => {
  const outputs = await setValues.run(stepCall({ values: [line('a', 'team', undefined)] }));
  expect(outputs).toEqual({ a: null, values: { team: null } });
});

test('two values of one name are not silently made one', async () => {
  const values = [line('a', 'team', 1), line('b', 'team', 2)];
  await expect(setValues.run(stepCall({ values }))).rejects.toThrow(
    'Two values are called “team”.',
  );
});

test('a name that every object has is only a name', async () => {
  const outputs = (await setValues.run(stepCall({ values: [line('a', '__proto__', 1)] }))) as {
    values: object;
  };
  expect(Object.keys(outputs.values)).toEqual(['__proto__']);
});
