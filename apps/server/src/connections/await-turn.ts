import { HttpError, type RequestBudget } from '@sluice/connector-kit';
import { type Deadline, within } from '../outbound/deadline.ts';
import type { Grant, Refusal, RequestPace } from './request-pace.ts';

/** Resolves after these milliseconds. */
export type Sleep = (milliseconds: number) => Promise<unknown>;

interface Waiting {
  readonly pace: RequestPace;
  readonly connectionId: string;
  /** For the message. */
  readonly connectionName: string;
  readonly budget: RequestBudget | undefined;
  readonly sleep: Sleep;
  readonly deadline: Deadline | undefined;
}

/**
 * Waits a little for a connection's next request to be due. When that takes longer than two seconds
 * it throws an `HttpError` at once, so that the run can wait without a worker: of kind `network`
 * while the other side is down, otherwise of kind `budget`.
 */
export async function awaitTurn(waiting: Waiting): Promise<Grant> {
  const { pace, connectionId, budget, sleep, deadline } = waiting;
  for (let left = PATIENCE_MS; ;) {
    const turn = await pace.take(connectionId, budget);
    if (turn.granted) return turn;
    if (turn.waitMs > left) throw postponed(waiting, turn);
    await within(deadline, sleep(turn.waitMs));
    left -= turn.waitMs;
  }
}

const PATIENCE_MS = 2000;

function postponed(
  { connectionName, budget }: Waiting,
  { why, waitMs, message }: Refusal,
): HttpError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  if (why === 'down') {
    return new HttpError('network', message ?? '', {
      notSent: true,
      retryAfterSeconds: seconds,
    });
  }
  const reason =
    why === 'resting' || !budget
      ? `was asked to pause`
      : `has used up its ${budget.requests} requests in ${budget.perSeconds} s`;
  return new HttpError(
    'budget',
    `The connection “${connectionName}” ${reason}; the next request is due in ${seconds} s.`,
    { retryAfterSeconds: seconds },
  );
}
