/** The ways in which a single request can be spoilt. */
export const faultKinds = [
  'bad-request-string',
  'bad-request-fields',
  'bad-request-exception',
  'bad-request-array',
  'bad-request-result-code',
  'bad-request-error',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limit-with-retry-after',
  'rate-limit-without-retry-after',
  'server-error',
  'bad-gateway',
  'unavailable',
  'gateway-timeout',
  'slow',
  'down',
  'drop-answer',
  'truncate-answer',
] as const;

/** One way in which a request can be spoilt. */
export type FaultKind = (typeof faultKinds)[number];

/**
 * Spoils the next `count` requests that fit, and is then used up.
 *
 * `path` is the beginning of an address, such as `/api/Tickets`, in any case; without it every
 * request under `/api` fits, and none under `/auth`. `delayMs` is how long `slow` takes.
 */
export interface FailNext {
  readonly kind: FaultKind;
  readonly count: number;
  readonly path?: string;
  readonly method?: string;
  readonly delayMs?: number;
}
