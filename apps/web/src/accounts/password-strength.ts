import { PASSWORD_LENGTH } from './account-errors.ts';

/** A rough judgement of a password: 0 too short, 1 weak, 2 fair, 3 strong. */
export type PasswordStrength = 0 | 1 | 2 | 3;

/** Judges a new password by its length, its variety, and whether it repeats itself. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < PASSWORD_LENGTH) return 0;
  const different = new Set(password.toLowerCase()).size;
  if (different < 6 || /^(.{1,4})\1+$/.test(password) || isCommon(password)) return 1;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
  return password.length >= 16 || kinds.length >= 3 ? 3 : 2;
}

function isCommon(password: string): boolean {
  return /password|passwort|qwerty|letmein|welcome|123456|abcdef/i.test(password);
}
