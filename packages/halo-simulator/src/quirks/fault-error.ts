import { HaloError } from '../http/halo-error.ts';
import {
  forbidden,
  notFound,
  refuse,
  refuseFields,
  refuseObject,
  refuseWithException,
  tooManyRequests,
  unauthorized,
} from '../http/refusals.ts';
import type { FaultKind } from './fail-next.ts';
import type { Quirks } from './quirks.ts';

/** The answer of a fault, or undefined for the faults that are not an answer. */
export function faultError(kind: FaultKind, quirks: Readonly<Quirks>): HaloError | undefined {
  switch (kind) {
    case 'bad-request-string':
      return refuse('Priority Description must not be blank');
    case 'bad-request-fields':
      return refuseFields({
        '[0].outcome_id': [
          "Could not convert string to integer: not-a-number. Path '[0].outcome_id', line 1, position 139.",
        ],
      });
    case 'bad-request-exception':
      return refuseWithException(
        "A database error occurred (515) - Cannot insert the value NULL into column 'X', table 'DB.dbo.TABLE'; column does not allow nulls. INSERT fails..",
      );
    case 'bad-request-array':
      return refuseObject('summary', 'Faults', 11);
    case 'bad-request-result-code':
      return new HaloError(400, {
        resultCode: 400,
        errorMessage: 'The request could not be read.',
      });
    case 'bad-request-error':
      return new HaloError(400, { error: 'The request could not be read.' });
    case 'unauthorized':
      return unauthorized();
    case 'forbidden':
      return forbidden();
    case 'not-found':
      return notFound();
    case 'rate-limit-with-retry-after':
      return tooManyRequests(quirks.requestsPerFiveMinutes || 700, quirks.retryAfterSeconds);
    case 'rate-limit-without-retry-after':
      return tooManyRequests(quirks.requestsPerFiveMinutes || 700);
    case 'server-error':
      return new HaloError(500);
    case 'bad-gateway':
      return new HaloError(502);
    case 'unavailable':
      return new HaloError(503);
    case 'gateway-timeout':
      return new HaloError(504);
    case 'slow':
    case 'down':
    case 'drop-answer':
    case 'truncate-answer':
      return undefined;
  }
}
