/** Every scope that exists. `read:actions`, `read:users` and the like do not, and are refused. */
export const knownScopes: ReadonlySet<string> = new Set(
  ['all', 'all:standard', 'admin', 'openid', 'profile', 'email', 'offline_access'].concat(
    areas().flatMap((area) => [`read:${area}`, `edit:${area}`]),
  ),
);

function areas(): readonly string[] {
  return 'tickets customers assets calendar kb teams contracts suppliers items projects invoices crm'.split(
    ' ',
  );
}

/** What a route asks for. */
export type NeededScope = 'read:tickets' | 'edit:tickets' | 'read:customers' | 'any';

/** Whether a token's scopes are enough; editing includes reading. */
export function scopesAllow(granted: readonly string[], needed: NeededScope): boolean {
  if (needed === 'any') return true;
  const edit = needed.replace('read:', 'edit:');
  const enough = new Set(['all', 'all:standard', 'admin', needed, edit]);
  return granted.some((scope) => enough.has(scope));
}
