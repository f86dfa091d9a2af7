import { HttpProblem } from '../http/http-problem.ts';

/**
 * A refused signal: what the sender is told, and what the builder reads on the Signals page. The
 * two differ where the sender must not learn whether a trigger exists.
 */
export class SignalProblem extends HttpProblem {
  readonly reason: string;

  constructor(
    status: number,
    detail: string,
    more: { reason?: string; headers?: Record<string, string> } = {},
  ) {
    super(status, detail, more.headers ? { headers: more.headers } : {});
    this.reason = more.reason ?? detail;
  }
}

/**
 * The answer to whoever may not use a trigger, and to whoever asks for one that does not exist:
 * the same, byte for byte. Only whether credentials were sent in a header tells 401 from 404.
 */
export function refusal(sentCredentials: boolean, reason: string): SignalProblem {
  return sentCredentials
    ? new SignalProblem(401, 'The credentials are not accepted here.', {
        reason,
        headers: { 'WWW-Authenticate': 'Basic realm="Sluice", Bearer' },
      })
    : new SignalProblem(404, 'There is no such trigger.', { reason });
}
