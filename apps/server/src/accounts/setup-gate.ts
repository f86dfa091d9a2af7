import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { HttpProblem } from '../http/http-problem.ts';
import { consume, neighbourhoodOf } from './login-throttle.ts';

/**
 * Guards the first set-up with a code that only the console shows, new at each start: 60 random
 * bits such as `ABCD-EFGH-JKLM`. Small letters and missing hyphens are forgiven.
 */
export class SetupGate {
  readonly code: string = newCode();
  readonly #attempts = new RateLimiterMemory({ points: 10, duration: 60 });

  /** Throws 403 for a wrong code, and 429 after ten attempts a minute from one address. */
  async check(code: string, address: string): Promise<void> {
    await consume(this.#attempts, neighbourhoodOf(address));
    if (timingSafeEqual(digest(code), digest(this.code))) return;
    throw new HttpProblem(
      403,
      'This is not the set-up code. It is printed in the console where Sluice was started, and is new at each start.',
    );
  }
}

/** Without the letters and digits that are easily taken for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function newCode(): string {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${four()}-${four()}-${four()}`;
}

/** Digests have one length, so the comparison takes the same time whatever was sent. */
function digest(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z\d]/g, ''))
    .digest();
}
