import type { RequestHandler } from 'express';
import { unauthorized } from '../http/refusals.ts';
import { grantScopes } from './allow.ts';
import type { TokenStore } from './token-store.ts';

/** Lets a request on that carries a valid bearer token; else 401 without a body. */
export function requireToken(tokens: TokenStore): RequestHandler {
  return (request, _response, next) => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ', 2);
    const scopes = scheme?.toLowerCase() === 'bearer' ? tokens.scopesOf(token ?? '') : undefined;
    if (scopes === undefined) throw unauthorized();
    grantScopes(request, scopes);
    next();
  };
}
