import { setTimeout as delay } from 'node:timers/promises';
import type { Connector, Http } from '@sluice/connector-kit';
import type { ConnectionTest, FieldOption, Values } from '@sluice/schema';
import type { Outbound } from '../outbound/outbound.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import type { Sleep } from './await-turn.ts';
import { type ConnectionUser, type Surroundings, connectionHttp } from './connection-http.ts';
import { openValues } from './connection-values.ts';
import { httpOf } from './http-of.ts';
import { createLiveConnections } from './live-connections.ts';
import { type LookupRequest, createLookups } from './lookups.ts';
import { type Condition, createRequestPace } from './request-pace.ts';
import { createRequestSlots } from './request-slots.ts';
import { createSecretMask } from './secret-mask.ts';
import { sendRequest } from './send-request.ts';
import { sharedAuthorization } from './shared-authorization.ts';
import { createSharedPace } from './shared-pace.ts';
import { type TestedConnection, testConnection } from './test-connection.ts';

/** Other systems, as steps, triggers and screens reach them. */
export interface Connections {
  /** Opens a stored connection. Nothing is sent before `http` is used. Throws a `StepError`. */
  open(connectionId: string, user?: ConnectionUser): Promise<OpenedConnection>;
  /** An `Http` without address, credentials and budget, for steps that have no connection. */
  bare(user?: ConnectionUser): Http;
  /** Tries values out, stored or not; a failure is a line of the report. */
  test(tested: TestedConnection): Promise<ConnectionTest>;
  /** Asks for the options of a drop-down. Throws a `StepError`, an `HttpError`, or a 404. */
  lookup(request: LookupRequest): Promise<readonly FieldOption[]>;
  /** How a connection stands: whether it may send, or what keeps it from sending. */
  condition(connectionId: string): Promise<Condition>;
  /** To be called after a connection was changed or deleted. */
  forget(connectionId: string): void;
}

export interface OpenedConnection {
  readonly http: Http;
  /** As the user filled them in, without the secrets. */
  readonly values: Values;
  /** Replaces the connection's secrets and tokens in text that is to be stored or shown. */
  mask(text: string): string;
}

export interface ConnectionsNeeds {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly outbound: Outbound;
  readonly connectors: readonly Connector[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** Whether other processes use the same database, and with it these connections. */
  readonly shared?: boolean;
}

/** Opens the connections of this installation. One is made at start and shared by everything. */
export function createConnections(needs: ConnectionsNeeds): Connections {
  const { db, secrets, outbound, connectors, now = Date.now } = needs;
  const { sleep = delay, shared = false } = needs;
  const pace = shared ? createSharedPace(db, now) : createRequestPace(now);
  const around: Surroundings = { outbound, now, sleep, pace, slots: createRequestSlots() };
  const sharing = { db, secrets, now, sleep, owner: newId() };
  const live = createLiveConnections({
    db,
    secrets,
    connectors,
    now,
    sharedAuthorization: shared ? (row) => sharedAuthorization(sharing, row) : undefined,
  });
  const lookups = createLookups({ live, connectors, around });
  const nothingSecret = createSecretMask([]);

  return {
    async open(connectionId, user) {
      const connection = await live.find(connectionId);
      return {
        http: connectionHttp(connection, around, user),
        values: openValues(connection.definition.fields, connection.values),
        mask: (text) => connection.secrets.mask(text),
      };
    },
    bare: (user) =>
      httpOf((request) => sendRequest(request, { outbound, now, secrets: nothingSecret, ...user })),
    test: (tested) => testConnection(tested, around),
    lookup: (request) => lookups.find(request),
    condition: (connectionId) => pace.condition(connectionId),
    forget: (connectionId) => live.forget(connectionId),
  };
}
