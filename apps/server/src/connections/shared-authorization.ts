import { createHash } from 'node:crypto';
import type { Authorization } from '@sluice/connector-kit';
import { SecretsError } from '../secrets/secrets-error.ts';
import type { Secrets } from '../secrets/secrets.ts';
import {
  type ConnectionToken,
  endTokenLease,
  findConnectionToken,
  leaseConnectionToken,
} from '../storage/connection-tokens.ts';
import type { ConnectionRow } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import type { Sleep } from './await-turn.ts';
import { type AuthorizationSource, type HeldAuthorization, held } from './keep-authorization.ts';

export interface SharedAuthorizationNeeds {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** This process. */
  readonly owner: string;
}

/**
 * The authorisation that all processes share: kept sealed in a table, obtained by whoever holds the
 * lease for it, and waited for by the others. One made from other values than a connection's present
 * ones is not used.
 */
export function sharedAuthorization(
  { db, secrets, now, sleep, owner }: SharedAuthorizationNeeds,
  { id, sealed_values }: Pick<ConnectionRow, 'id' | 'sealed_values'>,
): AuthorizationSource {
  const madeFrom = createHash('sha256').update(sealed_values).digest('hex');
  const context = `connection-token:${id}`;

  async function stored(refused?: Authorization): Promise<HeldAuthorization | undefined> {
    const row = await findConnectionToken(db, id);
    if (!row?.sealed || row.made_from !== madeFrom) return undefined;
    const renewAt = row.renew_at ?? Infinity;
    const authorization = opened(row.sealed);
    return renewAt > now() && authorization && !isSame(authorization, refused)
      ? { authorization, renewAt }
      : undefined;
  }

  /** What cannot be opened, because the key is another one now, is as good as nothing. */
  function opened(sealed: string): Authorization | undefined {
    try {
      return JSON.parse(secrets.open(sealed, context)) as Authorization;
    } catch (error) {
      if (error instanceof SecretsError) return undefined;
      throw error;
    }
  }

  function rowOf({ authorization, renewAt }: HeldAuthorization): Partial<ConnectionToken> {
    return {
      made_from: madeFrom,
      sealed: secrets.seal(JSON.stringify(authorization), context),
      renew_at: renewAt === Infinity ? null : Math.floor(renewAt),
    };
  }

  return async (obtain, refused) => {
    for (;;) {
      const found = await stored(refused);
      if (found) return found;
      const lease = { owner, now: now(), until: now() + LEASE_MS };
      if (await leaseConnectionToken(db, id, lease)) break;
      await sleep(LOOK_AGAIN_MS);
    }
    let brought: Partial<ConnectionToken> = {};
    try {
      // Somebody may have stored one between the look and the lease.
      const found = await stored(refused);
      if (found) return found;
      const obtained = held(await obtain(), now());
      brought = rowOf(obtained);
      return obtained;
    } finally {
      await endTokenLease(db, { id, owner }, brought);
    }
  };
}

/**
 * Longer than most logins take; after that its process is held to be gone. Were it only slow, a
 * second token is no harm, and the runs of a killed process must not wait for long.
 */
const LEASE_MS = 5000;
const LOOK_AGAIN_MS = 200;

function isSame(one: Authorization, other: Authorization | undefined): boolean {
  return JSON.stringify(one.headers) === JSON.stringify(other?.headers);
}
