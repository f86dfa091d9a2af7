import type { Authorization } from '@sluice/connector-kit';

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

/** `now` is in milliseconds. */
export function keepAuthorization(now: () => number): KeptAuthorization {
  let held: { readonly authorization: Authorization; readonly renewAt: number } | undefined;
  let failed: { readonly error: unknown; readonly until: number } | undefined;
  let pending: Promise<Authorization> | undefined;
  let mayRenewAt = 0;

  async function obtainOnce(obtain: Obtain): Promise<Authorization> {
    try {
      const authorization = await obtain();
      held = { authorization, renewAt: now() + lifetimeMs(authorization) };
      failed = undefined;
      return authorization;
    } catch (error) {
      // A thousand runs with a wrong password would look like an attack on the other system.
      failed = { error, until: now() + BREATHER_MS };
      throw error;
    } finally {
      pending = undefined;
    }
  }

  async function current(obtain: Obtain): Promise<Authorization> {
    if (pending) return pending;
    if (held && held.renewAt > now()) return held.authorization;
    if (failed && failed.until > now()) throw failed.error;
    pending = obtainOnce(obtain);
    return pending;
  }

  return {
    current,
    async renewed(refused, obtain) {
      if (pending || (held && held.authorization !== refused)) return current(obtain);
      if (mayRenewAt > now()) return undefined;
      mayRenewAt = now() + BREATHER_MS;
      held = undefined;
      return current(obtain);
    },
  };
}

/** Between two renewals that were not due, so that a lasting refusal does not become a storm. */
const BREATHER_MS = 3000;

/** Renewed a little early: a token must not expire on its way. */
function lifetimeMs({ expiresInSeconds }: Authorization): number {
  if (expiresInSeconds === undefined || !Number.isFinite(expiresInSeconds)) return Infinity;
  return (expiresInSeconds - Math.min(30, expiresInSeconds / 10)) * 1000;
}
