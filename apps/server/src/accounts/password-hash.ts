import { hash, verify } from '@node-rs/argon2';
import { Turns } from './turns.ts';

/** An argon2id hash of a password, with its salt and parameters, as text (19 MiB, two passes). */
export function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(password));
}

/**
 * Whether a password fits a hash. Without a hash it takes as long and says no, so that the time
 * taken does not tell whether somebody exists.
 */
export async function passwordFits(
  password: string,
  storedHash: string | null | undefined,
): Promise<boolean> {
  const fits = await turns.take(() => verify(storedHash ?? decoy, password));
  return fits && typeof storedHash === 'string';
}

/** Two at once: a flood of wrong passwords must not take every thread that files and DNS need. */
const turns = new Turns(2);

/** Checked in place of a hash that is not there: that of 32 random bytes that nobody kept. */
export const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$RITbus29uw625l2nidjk9w$cU5TxiAHQpmcmJXQzUc4nln2+Nk1NFii+mNxCM+31Tc';
