import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How the public half of every API key begins. */
export const apiKeyPrefix = 'slk_';

/** A new secret of 256 random bits, and the hash that is stored instead of it. */
export function newApiKeySecret(): { secret: string; hash: string } {
  const secret = `sls_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: sha256(secret).toString('hex') };
}

/** Whether a secret fits a stored hash, compared in constant time, also when there is no hash. */
export function secretFits(secret: string, storedHash: string | undefined): boolean {
  const expected = storedHash === undefined ? decoy : Buffer.from(storedHash, 'hex');
  return timingSafeEqual(sha256(secret), expected) && storedHash !== undefined;
}

const decoy = randomBytes(32);

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
