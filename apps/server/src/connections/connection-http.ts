import {
  type Authorization,
  type ConnectionDefinition,
  type Http,
  HttpError,
  type HttpReply,
  type HttpRequest,
} from '@sluice/connector-kit';
import type { HttpExchange, Values } from '@sluice/schema';
import { type Deadline, within } from '../outbound/deadline.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { type Sleep, awaitTurn } from './await-turn.ts';
import { endingOf } from './ending-of.ts';
import { httpOf } from './http-of.ts';
import type { KeptAuthorization, Obtain } from './keep-authorization.ts';
import type { Grant, RequestPace } from './request-pace.ts';
import type { RequestSlots } from './request-slots.ts';
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
  readonly slots: RequestSlots;
  readonly now: () => number;
  readonly sleep: Sleep;
}

/** Who uses a connection: told of every exchange, and able to give up. */
export interface ConnectionUser {
  readonly onExchange?: ((exchange: HttpExchange) => void) | undefined;
  readonly deadline?: Deadline | undefined;
  /** Called just before anything is sent; what it throws keeps it from being sent. */
  readonly beforeSending?: (() => void) | undefined;
}

/**
 * An `Http` that carries a connection's address, credentials, budget and rests. An answer of 401 or
 * 403 is met with one fresh authorisation and one more try; one of 429 makes the connection rest;
 * and when the other side fails again and again, nothing is sent until one request has found it back.
 */
export function connectionHttp(
  connection: LiveConnection,
  { outbound, pace, slots, now, sleep }: Surroundings,
  user: ConnectionUser = {},
): Http {
  const { id, name, definition, values, secrets, authorization } = connection;
  const { deadline } = user;
  const budget = definition.budget?.(values);
  const sending: Sending = { outbound, secrets, now, ...user };
  // Others wait for the same authorisation, so one who gives up must not take it from them.
  const lasting: Sending = { ...sending, deadline: undefined, beforeSending: undefined };

  /** Sends, and tells the pace what became of it. */
  async function send(grant: Grant, sent: Promise<HttpReply>): Promise<HttpReply> {
    try {
      const reply = await sent;
      await pace.settle(id, grant, { kind: 'answered' });
      return reply;
    } catch (error) {
      await pace.settle(id, grant, endingOf(error, secrets));
      throw error;
    }
  }

  /** A token says little about the system it is for, so only a failure to get one is told. */
  function obtainFor(grant: Grant): Obtain {
    const telling = httpOf(async (request) => {
      try {
        return await sendRequest(request, lasting);
      } catch (error) {
        await pace.settle(id, grant, endingOf(error, secrets));
        throw error;
      }
    });
    return () => definition.authorize(values, telling);
  }

  const turn = () =>
    awaitTurn({ pace, connectionId: id, connectionName: name, budget, sleep, deadline });

  async function authorised(grant: Grant): Promise<Authorization> {
    try {
      return await within(deadline, authorization.current(obtainFor(grant)));
    } catch (error) {
      await pace.settle(id, grant, { kind: 'not-sent' });
      throw error;
    }
  }

  async function sendInTurn(request: HttpRequest): Promise<HttpReply> {
    const grant = await turn();
    const granted = await authorised(grant);
    try {
      return await send(grant, sendRequest(request, sending, granted));
    } catch (error) {
      if (!(error instanceof HttpError) || (error.status !== 401 && error.status !== 403)) {
        throw error;
      }
      const fresh = await within(deadline, authorization.renewed(granted, obtainFor(grant)));
      if (!fresh) throw error;
      const next = await turn();
      return await send(next, sendRequest(request, sending, fresh));
    }
  }

  return httpOf(async (request) => {
    const leave = await slots.enter(id, budget?.atOnce ?? DEFAULT_AT_ONCE, deadline);
    try {
      return await sendInTurn(request);
    } finally {
      leave();
    }
  });
}

/** Requests of a connection that are under way at once when its budget does not say. */
const DEFAULT_AT_ONCE = 20;
