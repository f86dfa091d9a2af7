import { DAY_SECONDS, type Failure, type RetrySettings, isPassing } from '@sluice/schema';

/**
 * When to try a failed step again, in milliseconds since 1970; undefined when not.
 *
 * The delay doubles from attempt to attempt up to the limit, and a random part of it is taken off
 * so that runs that failed together do not come back together. A `Retry-After` is obeyed as it is,
 * with up to a second on top, but for no longer than a day: more is a mistake, or a trap. `random` is a number from 0 up to 1.
 */
export function nextAttempt(
  { retry, attempt, failure }: { retry: RetrySettings; attempt: number; failure: Failure },
  now: number,
  random: number,
): number | undefined {
  if (!isPassing(failure) || attempt >= retry.attempts) return undefined;
  if (failure.retryAfterSeconds !== undefined) {
    return now + (Math.min(failure.retryAfterSeconds, DAY_SECONDS) + random) * 1000;
  }
  const delay = Math.min(retry.firstDelaySeconds * 2 ** (attempt - 1), retry.longestDelaySeconds);
  return now + delay * (1 - random / 4) * 1000;
}
