import { HttpError } from '@sluice/connector-kit';
import type { Ending } from './request-pace.ts';
import type { SecretMask } from './secret-mask.ts';

/** What a request that did not bring 2xx says about the other side. */
export function endingOf(error: unknown, secrets: SecretMask): Ending {
  if (!(error instanceof HttpError)) return { kind: 'not-sent' };
  const { kind, status = 0, retryAfterSeconds } = error;
  if (status === 429) return { kind: 'asked-to-rest', seconds: retryAfterSeconds };
  if (kind === 'network' || kind === 'timeout' || status >= 500) {
    return { kind: 'failed', message: secrets.mask(error.message) };
  }
  return { kind: kind === 'forbidden-address' ? 'not-sent' : 'answered' };
}
