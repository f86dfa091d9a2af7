export const PASSWORD_LENGTH = 12;

/** What is wrong with an email address; undefined when nothing is. */
export function emailError(email: string): string | undefined {
  if (email.trim() === '') return 'Enter an email address.';
  return /^[^\s@]+@[^\s@]+$/.test(email.trim())
    ? undefined
    : 'This is not an email address. It looks like name@example.com.';
}

/** What is wrong with a new password; undefined when nothing is. */
export function passwordError(password: string): string | undefined {
  if (password === '') return 'Choose a password.';
  return password.length < PASSWORD_LENGTH
    ? `Use at least ${PASSWORD_LENGTH} characters; this has ${password.length}.`
    : undefined;
}

/** What is wrong with a name; undefined when nothing is. */
export function nameError(name: string): string | undefined {
  return name.trim() === '' ? 'Enter a name.' : undefined;
}
