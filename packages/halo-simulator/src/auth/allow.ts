import type { Request, RequestHandler } from 'express';
import { forbidden } from '../http/refusals.ts';
import { type NeededScope, scopesAllow } from './scopes.ts';

const scopesOfRequest = new WeakMap<Request, readonly string[]>();

/** Remembers what the token of a request may do. */
export function grantScopes(request: Request, scopes: readonly string[]): void {
  scopesOfRequest.set(request, scopes);
}

/** Lets a request on whose token has the scope; else 403 without a body. */
export function allow(needed: NeededScope): RequestHandler {
  return (request, _response, next) => {
    if (!scopesAllow(scopesOfRequest.get(request) ?? [], needed)) throw forbidden();
    next();
  };
}
