import type { Authorization } from '@sluice/connector-kit';
import { failureFrom } from '@sluice/engine';
import { isPassing } from '@sluice/schema';
import type { SecretMask } from './secret-mask.ts';

/** One authorisation for all runs of a connection. */
export interface KeptAuthorization {
  /** The one that holds, obtained first if there is none. Those who come meanwhile wait for the same. */
  current(obtain: Obtain): Promise<Authorization>;
  /**
   * One that is newer than the refused one; undefined when there is no point in asking for another
   * yet. However many were refused together, one new one is obtained.
   */
  renewed(refused: Authorization, obtain: Obtain): Promise<Authorization | undefined>;
}

/** Asks the other system for an authorisation. */
export type Obtain = () => Promise<Authorization>;

/** Where a new authorisation comes from, which must not be the refused one. */
export type AuthorizationSource = (
  obtain: Obtain,
  refused?: Authorization,
) => Promise<HeldAuthorization>;

export interface HeldAuthorization {
  readonly authorization: Authorization;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
}

/**
 * Keeps what `source` brings: by default, what was obtained here. The secrets in it are masked from
 * then on. `now` is in milliseconds.
 */
export function keepAuthorization(
  now: () => number,
  secrets: Pick<SecretMask, 'add'>,
  source: AuthorizationSource = async (obtain) => held(await obtain(), now()),
): KeptAuthorization {
  let kept: HeldAuthorization | undefined;
  let failed: { readonly error: unknown; readonly until: number } | undefined;
  let pending: Promise<Authorization> | undefined;
  let mayRenewAt = 0;

  async function obtainOnce(obtain: Obtain, refused?: Authorization): Promise<Authorization> {
    try {
      kept = await source(obtain, refused);
      failed = undefined;
      const { authorization } = kept;
      for (const value of Object.values(authorization.headers)) {
        secrets.add(value.replace(/^\w+ /, ''));
      }
      return authorization;
    } catch (error) {
      // A thousand runs with a wrong password would look like an attack on the other system. One that
      // could not be reached has refused nothing, and may be back at the next request.
      if (!isPassing(failureFrom(error))) failed = { error, until: now() + BREATHER_MS };
      throw error;
    } finally {
      pending = undefined;
    }
  }

  async function current(obtain: Obtain, refused?: Authorization): Promise<Authorization> {
    if (pending) return pending;
    if (kept && kept.renewAt > now()) return kept.authorization;
    if (failed && failed.until > now()) throw failed.error;
    pending = obtainOnce(obtain, refused);
    return pending;
  }

  return {
    current: (obtain) => current(obtain),
    async renewed(refused, obtain) {
      if (pending || (kept && kept.authorization !== refused)) return current(obtain);
      if (mayRenewAt > now()) return undefined;
      mayRenewAt = now() + BREATHER_MS;
      kept = undefined;
      return current(obtain, refused);
    },
  };
}

/** An authorisation obtained at a time, and when it is to be renewed. */
export function held(authorization: Authorization, at: number): HeldAuthorization {
  return { authorization, renewAt: at + lifetimeMs(authorization) };
}

/** Between two renewals that were not due, so that a lasting refusal does not become a storm. */
const BREATHER_MS = 3000;

/** Renewed a little early: a token must not expire on its way. */
function lifetimeMs({ expiresInSeconds }: Authorization): number {
  if (expiresInSeconds === undefined || !Number.isFinite(expiresInSeconds)) return Infinity;
  return (expiresInSeconds - Math.min(30, expiresInSeconds / 10)) * 1000;
}
