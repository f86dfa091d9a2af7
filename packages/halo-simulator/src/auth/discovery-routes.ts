import { type Request, Router } from 'express';
import { answer } from '../http/answer.ts';
import type { Credentials } from './credentials.ts';

/** What Halo tells without a token: where to get one, and which version it is. */
export function discoveryRoutes(credentials: Credentials): Router {
  const router = Router();

  router.get('/api/authinfo', (request, response) => {
    answer(response, 200, { auth_url: `${origin(request)}/auth`, tenant_id: credentials.tenant });
  });

  router.get('/api/instanceinfo', (_request, response) => {
    answer(response, 200, {
      version: '2.236.133',
      name: 'HaloITSM',
      tenant_id: credentials.tenant,
    });
  });

  router.get('/auth/.well-known/openid-configuration', (request, response) => {
    const issuer = `${origin(request)}/auth`;
    answer(response, 200, {
      issuer: `${issuer}/`,
      token_endpoint: `${issuer}/token`,
      grant_types_supported: ['client_credentials', 'password', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    });
  });

  return router;
}

function origin(request: Request): string {
  return `${request.protocol}://${request.headers.host ?? request.hostname}`;
}
