import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from '../http/http-problem.ts';

/** Who tries a password, and on which account. */
export interface LoginAttempt {
  /** E-mail or name as given, whether or not it exists. */
  readonly account: string;
  readonly address: string;
  /** Set when the browser proved that this account was opened in it before. */
  readonly knownBrowser?: string | undefined;
}

/**
 * Slows down guessing without ever locking an account: failures count against the account from
 * one address, and against the address, never against the account alone. A browser that was
 * logged in before has a count of its own, so guessers who share its address (a proxy, an
 * office) cannot keep its owner out.
 */
export class LoginThrottle {
  readonly #byAccount = new RateLimiterMemory({ points: 10, duration: 300 });
  readonly #byAddress = new RateLimiterMemory({ points: 100, duration: 300 });

  /** Runs a check of a password, or throws 429 with `Retry-After` when there were too many. */
  async guard(attempt: LoginAttempt, check: () => Promise<boolean>): Promise<boolean> {
    const address = neighbourhoodOf(attempt.address);
    const account = JSON.stringify([
      attempt.account.toLowerCase(),
      attempt.knownBrowser ?? address,
    ]);
    // Counted before the check, or a hundred guesses at once would all slip through.
    if (attempt.knownBrowser === undefined) await consume(this.#byAddress, address);
    await consume(this.#byAccount, account);

    const right = await check();
    if (right) {
      await this.#byAccount.delete(account);
      if (attempt.knownBrowser === undefined) await this.#byAddress.reward(address);
    }
    return right;
  }
}

/** Counts one attempt of a key, or throws 429 with `Retry-After`. */
export async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new HttpProblem(429, `There were too many attempts. Try again in ${inWords(seconds)}.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  }
}

/** An IPv4 address, or the /64 of an IPv6 address: one machine owns all of a /64. */
export function neighbourhoodOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}

function inWords(seconds: number): string {
  if (seconds === 1) return 'a second';
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
