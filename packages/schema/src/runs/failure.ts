/** Why a step failed, in words for the person who drew the flow. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  /** What to do about it, when there is something to do. */
  readonly hint?: string;
  /** The input at fault, when it is known. */
  readonly input?: string;
  /** HTTP status of the answer that caused it. */
  readonly status?: number;
  /** Seconds the other side asked us to wait. */
  readonly retryAfterSeconds?: number;
  /** The request may have been carried out although no usable answer came. */
  readonly outcomeUnknown?: boolean;
}

export type FailureCode =
  | 'invalid-input'
  | 'refused'
  | 'not-authorised'
  | 'not-found'
  | 'unavailable'
  | 'interrupted'
  | 'timed-out'
  | 'unexpected';

/** Whether trying again later can help. */
export function isPassing(failure: Failure): boolean {
  return failure.code === 'unavailable' || failure.code === 'timed-out';
}
