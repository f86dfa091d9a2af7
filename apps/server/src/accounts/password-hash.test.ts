import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { newApiKeySecret, secretFits } from './api-key-secret.ts';
import { hashPassword, passwordFits } from './password-hash.ts';

test('a password fits its own hash only', async () => {
  const hash = await hashPassword('correct horse');
  expect(await passwordFits('correct horse', hash)).toBe(true);
  expect(await passwordFits('Correct horse', hash)).toBe(false);
  expect(await hashPassword('correct horse')).not.toBe(hash);
});

test('nobody’s password takes as long to refuse as somebody’s', async () => {
  const hash = await hashPassword('correct horse');
  const fastest = async (stored: string | undefined) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const started = performance.now();
      expect(await passwordFits('wrong', stored)).toBe(false);
      times.push(performance.now() - started);
    }
    return Math.min(...times);
  };
  const ratio = (await fastest(undefined)) / (await fastest(hash));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
  expect(parseOptions(hash)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
});

test('no secret fits a key that is not there', () => {
  const { secret, hash } = newApiKeySecret();
  expect(secretFits(secret, hash)).toBe(true);
  expect(secretFits(secret, newApiKeySecret().hash)).toBe(false);
  expect(secretFits(secret, undefined)).toBe(false);
});
