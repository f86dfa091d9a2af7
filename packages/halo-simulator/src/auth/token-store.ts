import { randomBytes } from 'node:crypto';

/** The access tokens that were issued and are still valid. */
export interface TokenStore {
  issue(scopes: readonly string[], lifetimeSeconds: number): string;
  /** The scopes of a token, or undefined if it is unknown or has expired. */
  scopesOf(token: string): readonly string[] | undefined;
  expireAll(): void;
}

/** Creates a store without tokens; they do not outlive the process. */
export function createTokenStore(now: () => number = Date.now): TokenStore {
  const tokens = new Map<string, { scopes: readonly string[]; expiresAt: number }>();
  return {
    issue(scopes, lifetimeSeconds) {
      const token = `${segment({ alg: 'RS256', typ: 'at+jwt' })}.${randomBytes(24).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
      tokens.set(token, { scopes, expiresAt: now() + lifetimeSeconds * 1000 });
      return token;
    },
    scopesOf(token) {
      const known = tokens.get(token);
      if (known === undefined || known.expiresAt > now()) return known?.scopes;
      tokens.delete(token);
      return undefined;
    },
    expireAll: () => tokens.clear(),
  };
}

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
