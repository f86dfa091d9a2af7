import express, { type Express } from 'express';
import { actionRoutes } from './actions/action-routes.ts';
import type { Credentials } from './auth/credentials.ts';
import { discoveryRoutes } from './auth/discovery-routes.ts';
import { requireToken } from './auth/require-token.ts';
import { tokenRoute } from './auth/token-route.ts';
import { type Controls, controlRoutes } from './control/control-routes.ts';
import { pageRoutes } from './control/page-routes.ts';
import { answerError } from './http/answer-error.ts';
import type { RateLimit } from './http/rate-limit.ts';
import { notFound } from './http/refusals.ts';
import { applyQuirks } from './quirks/apply-quirks.ts';
import { customerRoutes } from './stock/customer-routes.ts';
import { lookupRoutes } from './stock/lookup-routes.ts';
import { ticketRoutes } from './tickets/ticket-routes.ts';
import { deliveryRoutes } from './webhooks/delivery-routes.ts';
import { notificationRoutes } from './webhooks/notification-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

/** The parts that the app is built from. */
export interface AppParts extends Controls {
  readonly credentials: Credentials;
  readonly limit: RateLimit;
}

/**
 * Builds the app. A request to Halo's own addresses passes, in this order: the log, the quirks,
 * the token, the route. Path names match in any case.
 */
export function createApp(parts: AppParts): Express {
  const { desk, state, quirks, tokens, requests, credentials, limit } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.text({ type: () => true, limit: '10mb' }));

  app.use('/simulator', controlRoutes(parts));
  app.use(['/api', '/auth'], requests.watch, applyQuirks(quirks, limit));
  app.post('/auth/token', tokenRoute(credentials, tokens, quirks));
  app.use(discoveryRoutes(credentials));
  app.use(
    '/api',
    requireToken(tokens),
    ticketRoutes(desk),
    actionRoutes(desk),
    lookupRoutes(quirks),
    customerRoutes(),
    webhookRoutes(state, quirks),
    notificationRoutes(state, quirks),
    deliveryRoutes(state),
  );
  app.use(['/api', '/auth'], () => {
    throw notFound();
  });

  app.use(pageRoutes(credentials));
  app.use(answerError);
  return app;
}
