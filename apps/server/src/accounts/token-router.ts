import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { tokenLifetime } from './client-tokens.ts';
import type { Credentials } from './credentials.ts';
import { type GivenCredentials, readAuthorization } from './read-authorization.ts';

/**
 * The token endpoint for triggers with OAuth: client credentials (RFC 6749, 4.4), where the client
 * id and secret are the two halves of an API key. Errors are as RFC 6749, 5.2 wants them, because
 * OAuth clients read those.
 */
export function createTokenRouter(credentials: Credentials): Router {
  const router = Router();
  router.post(
    '/api/integration/1/oauth/token',
    express.urlencoded({ extended: false, limit: '16kb' }),
    express.json({ limit: '16kb' }),
    (request, response) => answerToken(credentials, request, response),
  );
  return router;
}

const tokenRequest = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

async function answerToken(
  credentials: Credentials,
  request: Request,
  response: Response,
): Promise<void> {
  response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
  const body = tokenRequest.safeParse(request.body ?? {});
  if (!body.success) return refuse(response, 'invalid_request', 'Send each field once, as text.');
  if (body.data.grant_type !== 'client_credentials') {
    return refuse(response, 'unsupported_grant_type', 'Send grant_type=client_credentials.');
  }
  const client = readClient(request, body.data);
  const token = client && (await credentials.issueToken(client.name, client.secret));
  if (token === undefined) {
    return refuse(response, 'invalid_client', 'Send an API key as client_id and client_secret.');
  }
  response.json({ access_token: token, token_type: 'Bearer', expires_in: tokenLifetime });
}

function readClient(
  request: Request,
  { client_id: name, client_secret: secret }: z.output<typeof tokenRequest>,
): GivenCredentials | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    return /^basic /i.test(authorization) ? readAuthorization(authorization) : undefined;
  }
  return name !== undefined && secret !== undefined ? { name, secret } : undefined;
}

function refuse(response: Response, error: string, description: string): void {
  const unknown = error === 'invalid_client';
  if (unknown) response.set('WWW-Authenticate', 'Basic realm="Sluice", charset="UTF-8"');
  response.status(unknown ? 401 : 400).json({ error, error_description: description });
}
