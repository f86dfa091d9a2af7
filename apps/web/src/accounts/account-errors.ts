import { say } from '../words/say.ts';

export const PASSWORD_LENGTH = 12;

/** What is wrong with an email address; undefined when nothing is. */
export function emailError(email: string): string | undefined {
  if (email.trim() === '') return say('accounts.errors.email-missing');
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? undefined : say('accounts.errors.email-wrong');
}

/** What is wrong with a new password; undefined when nothing is. */
export function passwordError(password: string): string | undefined {
  if (password === '') return say('accounts.errors.password-missing');
  return password.length < PASSWORD_LENGTH
    ? say('accounts.errors.password-short', { least: PASSWORD_LENGTH, given: password.length })
    : undefined;
}

/** What is wrong with a name; undefined when nothing is. */
export function nameError(name: string): string | undefined {
  return name.trim() === '' ? say('accounts.errors.name-missing') : undefined;
}
