import {
  type Authorization,
  type ConnectionDefinition,
  type Http,
  HttpError,
  type HttpReply,
  type HttpRequest,
} from '@sluice/connector-kit';
import type { HttpExchange, Values } from '@sluice/schema';
import type { Outbound } from '../outbound/outbound.ts';
import { type Sleep, awaitTurn } from './await-turn.ts';
import { httpOf } from './http-of.ts';
import type { KeptAuthorization } from './keep-authorization.ts';
import type { RequestPace } from './request-pace.ts';
import type { SecretMask } from './secret-mask.ts';
import { type Sending, sendRequest } from './send-request.ts';

/** A connection ready to be used, shared by all runs of this process. */
export interface LiveConnection {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly definition: ConnectionDefinition;
  readonly values: Values;
  readonly secrets: SecretMask;
  readonly authorization: KeptAuthorization;
}

/** Where requests go through and how time passes. */
export interface Surroundings {
  readonly outbound: Outbound;
  readonly pace: RequestPace;
  readonly now: () => number;
  readonly sleep: Sleep;
}

/** Who uses a connection: told of every exchange, and able to give up. */
export interface ConnectionUser {
  readonly onExchange?: ((exchange: HttpExchange) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * An `Http` that carries a connection's address, credentials, budget and rests. An answer of 401 or
 * 403 is met with one fresh authorisation and one more try; one of 429 makes the connection rest.
 */
export function connectionHttp(
  connection: LiveConnection,
  { outbound, pace, now, sleep }: Surroundings,
  user: ConnectionUser = {},
): Http {
  const { id, name, definition, values, secrets, authorization } = connection;
  const budget = definition.budget?.(values);
  const sending: Sending = { outbound, secrets, now, ...user };
  // Others wait for the same authorisation, so one who gives up must not take it from them.
  const lasting: Sending = { ...sending, signal: undefined };

  const obtain = async (): Promise<Authorization> => {
    const obtained = await definition.authorize(
      values,
      httpOf((request) => restingOn429(sendRequest(request, lasting))),
    );
    for (const value of Object.values(obtained.headers)) secrets.add(value.replace(/^\w+ /, ''));
    return obtained;
  };

  async function restingOn429(request: Promise<HttpReply>): Promise<HttpReply> {
    try {
      return await request;
    } catch (error) {
      if (error instanceof HttpError && error.status === 429) {
        await pace.rest(id, error.retryAfterSeconds);
      }
      throw error;
    }
  }

  async function sendWith(granted: Authorization, request: HttpRequest): Promise<HttpReply> {
    const reply = await restingOn429(sendRequest(request, sending, granted));
    await pace.settle(id);
    return reply;
  }

  return httpOf(async (request) => {
    const turn = { pace, connectionId: id, connectionName: name, budget, sleep };
    await awaitTurn({ ...turn, signal: user.signal });
    const granted = await unlessAborted(authorization.current(obtain), user.signal);
    try {
      return await sendWith(granted, request);
    } catch (error) {
      if (!(error instanceof HttpError) || (error.status !== 401 && error.status !== 403)) {
        throw error;
      }
      const fresh = await unlessAborted(authorization.renewed(granted, obtain), user.signal);
      if (!fresh) throw error;
      await awaitTurn({ ...turn, signal: user.signal });
      return await sendWith(fresh, request);
    }
  });
}

/** The result of work that goes on for others even if this one gives up. */
async function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (!signal) return work;
  let abort = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
