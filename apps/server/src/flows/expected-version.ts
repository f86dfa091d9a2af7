import { HttpProblem } from '../http/http-problem.ts';

/** The version a client has, from `If-Match: "7"` (or a bare 7). Throws 428 without one. */
export function expectedVersion(header: string | undefined): number {
  if (header === undefined) {
    throw new HttpProblem(
      428,
      'Send If-Match with the version you changed, so nothing is overwritten.',
    );
  }
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw new HttpProblem(400, 'If-Match must be the version of the flow, such as "7".');
  return Number(match[1]);
}
