import { StepError } from '@sluice/connector-kit';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { parseJson } from './parse-json.ts';

const parse = async (text: string) => parseJson.run(stepCall({ text }));

test('says where the text is not JSON', async () => {
  await expect(parse('{\n  "a": 1,\n  b: 2\n}')).rejects.toThrow(
    'This is not JSON from line 3, column 3 on. A name in double quotes is missing.',
  );
  await expect(parse('{')).rejects.toBeInstanceOf(StepError);
});

test('refuses text that is too long or nested too deep', async () => {
  await expect(parse(`"${'a'.repeat(2_000_000)}"`)).rejects.toThrow(/longer than 2000000/);
  await expect(parse('['.repeat(201) + ']'.repeat(201))).rejects.toThrow(/more than 200 levels/);
});

test('keeps a name that every object has as a mere name', async () => {
  const outputs = (await parse('{"__proto__": {"admin": true}}')) as { value: object };
  expect(Object.keys(outputs.value)).toEqual(['__proto__']);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
