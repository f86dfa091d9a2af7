import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['short', 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['abcabcabcabc', 1],
  ['password12345!', 1],
  ['tamewillowlane', 2],
  ['tame willow lane 7', 3],
  ['Tame-willow9', 3],
] as const)('%j is judged %i', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
