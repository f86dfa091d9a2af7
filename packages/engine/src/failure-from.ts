import { HttpError, StepError } from '@sluice/connector-kit';
import type { Failure } from '@sluice/schema';

/** What to tell the user about whatever a step threw. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof StepError) return error.failure;
  if (error instanceof HttpError) return failureOfRequest(error);
  return {
    code: 'unexpected',
    message: 'The step stopped because of a fault in the connector.',
    hint: error instanceof Error ? error.message : String(error),
  };
}

/** For steps that leave a failed request as it is; connectors usually say more. */
function failureOfRequest(error: HttpError): Failure {
  const unavailable =
    error.kind === 'timeout' ||
    error.kind === 'network' ||
    error.kind === 'budget' ||
    error.status === 429 ||
    (error.status ?? 0) >= 500;
  return {
    code: unavailable
      ? 'unavailable'
      : error.kind === 'forbidden-address'
        ? 'not-authorised'
        : 'refused',
    message: error.message,
    ...(error.status !== undefined && { status: error.status }),
    ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error.outcomeUnknown && { outcomeUnknown: true }),
  };
}
