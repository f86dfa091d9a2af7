import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { answer } from '../http/answer.ts';
import { HaloError } from '../http/halo-error.ts';
import { query } from '../http/query.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import { agents } from '../stock/agents.ts';
import { findById } from '../stock/find-by-id.ts';
import { application } from '../tickets/actor.ts';
import type { Credentials } from './credentials.ts';
import { knownScopes } from './scopes.ts';
import type { TokenStore } from './token-store.ts';

/** `POST /auth/token`: a token for client credentials sent as a form; all six keys in the answer. */
export function tokenRoute(
  credentials: Credentials,
  tokens: TokenStore,
  board: QuirkBoard,
): RequestHandler {
  return (request, response) => {
    const form = readForm(request.headers['content-type'], request.body);
    const tenant = query(request).get('tenant') ?? form.get('tenant') ?? '';
    if (tenant !== '' && tenant !== credentials.tenant) throw new HaloError(500);

    if (form.get('grant_type') !== 'client_credentials') {
      throw problem('unsupported_grant_type', 'The specified grant type is not supported.');
    }
    const known =
      form.get('client_id') === credentials.clientId &&
      form.get('client_secret') === credentials.clientSecret;
    if (!known) {
      throw new HaloError(401, {
        error: 'invalid_client',
        error_description: 'The specified client credentials are invalid.',
        error_uri: 'https://documentation.openiddict.com/errors/ID2055',
      });
    }
    const scopes = (form.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
    if (scopes.length === 0 || !scopes.every((scope) => knownScopes.has(scope))) {
      throw problem('invalid_scope', 'The specified scope is not valid for this application.');
    }

    const lifetime = board.current.tokenLifetimeSeconds;
    answer(response, 200, {
      scope: scopes.join(' '),
      token_type: 'Bearer',
      access_token: tokens.issue(scopes, lifetime),
      expires_in: lifetime,
      refresh_token: randomBytes(32).toString('base64url'),
      id_token: idToken(),
    });
  };
}

function readForm(type = '', body: unknown): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(type) || typeof body !== 'string') {
    throw problem('invalid_request', 'The specified Content-Type header is not valid.');
  }
  return new URLSearchParams(body);
}

function problem(error: string, description: string): HaloError {
  return new HaloError(400, { error, error_description: description });
}

function idToken(): string {
  const agent = findById(agents, application.agentId);
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { name: agent?.name, email: agent?.email, sub: String(agent?.id) },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...parts, randomBytes(32).toString('base64url')].join('.');
}
