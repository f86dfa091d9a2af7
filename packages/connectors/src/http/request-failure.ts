import { HttpError, StepError } from '@sluice/connector-kit';
import { type FailureCode, asText } from '@sluice/schema';

/** Says what an answer that is not 2xx means for the step; other errors are left as they are. */
export function requestFailure(error: unknown): unknown {
  if (!(error instanceof HttpError) || error.status === undefined || error.kind !== 'status') {
    return error;
  }
  const { status, retryAfterSeconds } = error;
  const said = asText(error.body).replace(/\s+/g, ' ').trim();
  const hint = said === '' ? '' : `It said: ${said.slice(0, 300)}${said.length > 300 ? '…' : ''} `;
  return new StepError(
    {
      code: codeOf(status),
      message: error.message,
      hint: `${hint}Switch on “Accept any status” to go on all the same.`,
      status,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      ...(error.outcomeUnknown && { outcomeUnknown: true }),
    },
    { cause: error },
  );
}

function codeOf(status: number): FailureCode {
  if (status === 401 || status === 403) return 'not-authorised';
  if (status === 404) return 'not-found';
  return status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'refused';
}
