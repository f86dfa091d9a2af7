import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { newApiKeySecret, secretFits } from './api-key-secret.ts';
import { decoy, hashPassword, passwordFits } from './password-hash.ts';

test('a password fits its own hash only', async () => {
  const hash = await hashPassword('correct horse');
  expect(await passwordFits('correct horse', hash)).toBe(true);
  expect(await passwordFits('Correct horse', hash)).toBe(false);
  expect(await hashPassword('correct horse')).not.toBe(hash);
});

test('nobody’s password is refused with the same work as somebody’s', async () => {
  const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
  expect(parseOptions(await hashPassword('correct horse'))).toMatchObject(cost);
  expect(parseOptions(decoy)).toMatchObject(cost);
  expect(await passwordFits('wrong', undefined)).toBe(false);
});

test('no secret fits a key that is not there', () => {
  const { secret, hash } = newApiKeySecret();
  expect(secretFits(secret, hash)).toBe(true);
  expect(secretFits(secret, newApiKeySecret().hash)).toBe(false);
  expect(secretFits(secret, undefined)).toBe(false);
});
