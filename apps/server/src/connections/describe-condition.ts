import type { ConnectionState } from '@sluice/schema';
import type { Condition } from './request-pace.ts';

/** A connection's condition as people are told of it. */
export function describeCondition(condition: Condition): ConnectionState {
  if (condition.kind === 'ok') return { kind: 'ok' };
  const until = new Date(condition.until).toISOString();
  const message =
    condition.kind === 'down'
      ? condition.message
      : 'The other side asked for a pause. Steps wait, and go on when it is over.';
  return { kind: condition.kind, until, message };
}
