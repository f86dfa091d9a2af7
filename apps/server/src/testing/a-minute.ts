import { Deadline } from '../outbound/deadline.ts';

/** Time enough for any test, to be given up in its course. */
export function aMinute(): Deadline {
  return new Deadline(60_000, () => new Error('The minute was over.'));
}
