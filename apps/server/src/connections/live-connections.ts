import { type Connector, StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { SecretsError } from '../secrets/secrets-error.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type ConnectionRow, findConnection } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { connectionDefinition } from './connection-definition.ts';
import type { LiveConnection } from './connection-http.ts';
import { secretValues } from './connection-values.ts';
import { type AuthorizationSource, keepAuthorization } from './keep-authorization.ts';
import { openSealedValues } from './sealed-values.ts';
import { createSecretMask } from './secret-mask.ts';

/** The connections that runs are using, with the authorisation that they share. */
export interface LiveConnections {
  /** Throws a `StepError` when there is no such connection, or it cannot be read. */
  find(id: string): Promise<LiveConnection>;
  /** Forgets a connection's values and authorisation, because they have changed. */
  forget(id: string): void;
}

export interface LiveConnectionsNeeds {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly connectors: readonly Connector[];
  readonly now: () => number;
  /** Where a connection's authorisation comes from when processes share it. */
  readonly sharedAuthorization?: ((row: ConnectionRow) => AuthorizationSource) | undefined;
}

/**
 * Opens connections from the database as they are asked for. One that was looked at within the last
 * second is not looked at again, so a busy flow costs no queries, and a change that another process
 * made is seen within that time.
 */
export function createLiveConnections(needs: LiveConnectionsNeeds): LiveConnections {
  const { db, now } = needs;
  const known = new Map<string, { live: LiveConnection; sealed: string; freshUntil: number }>();
  let changes = 0;

  return {
    async find(id) {
      const before = known.get(id);
      if (before && before.freshUntil > now()) return before.live;
      const changesBefore = changes;
      const row = await findConnection(db, id);
      if (!row) {
        known.delete(id);
        throw unusable('The connection of this step does not exist any more.');
      }
      const same = known.get(id);
      const live =
        same?.sealed === row.sealed_values && same.live.name === row.name
          ? same.live
          : liveConnection(row, needs);
      // What was read before a change is not kept after it.
      if (changes === changesBefore) {
        known.set(id, { live, sealed: row.sealed_values, freshUntil: now() + FRESH_MS });
      }
      return live;
    },
    forget(id) {
      changes += 1;
      known.delete(id);
    },
  };
}

const FRESH_MS = 1000;

function liveConnection(row: ConnectionRow, needs: LiveConnectionsNeeds): LiveConnection {
  const definition = connectionDefinition(needs.connectors, row.type);
  if (!definition) throw unusable(`There is no connector “${row.type}” any more.`);
  const values = unsealValues(row, needs.secrets);
  const secrets = createSecretMask(secretValues(definition.fields, values));
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    definition,
    values,
    secrets,
    authorization: keepAuthorization(needs.now, secrets, needs.sharedAuthorization?.(row)),
  };
}

function unsealValues(row: ConnectionRow, secrets: Secrets): Values {
  try {
    return openSealedValues(row, secrets);
  } catch (error) {
    if (error instanceof SecretsError) throw unusable(error.message);
    throw error;
  }
}

function unusable(message: string): StepError {
  return new StepError({
    code: 'invalid-input',
    message,
    hint: 'Choose a connection in the settings of the step.',
  });
}
