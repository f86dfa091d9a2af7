import { Router } from 'express';
import type { TokenStore } from '../auth/token-store.ts';
import { integerParam, query } from '../http/query.ts';
import { HaloError } from '../http/halo-error.ts';
import { notFound } from '../http/refusals.ts';
import type { RequestLog } from '../http/request-log.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import { readQuirks } from '../quirks/read-quirks.ts';
import type { HaloState } from '../state/halo-state.ts';
import type { Desk } from '../tickets/desk.ts';
import { logTicket } from '../tickets/log-ticket.ts';
import type { DeliveryQueue } from '../webhooks/delivery-queue.ts';
import { latestState } from './latest-state.ts';
import { stockChoices } from './stock-choices.ts';

/** The parts of a running simulator that its control addresses reach. */
export interface Controls {
  readonly desk: Desk;
  readonly state: HaloState;
  readonly quirks: QuirkBoard;
  readonly tokens: TokenStore;
  readonly requests: RequestLog;
  readonly queue: DeliveryQueue;
  reset(): void;
}

/** `/simulator/*`: what tests and the page use, and Halo does not have. JSON, without a token. */
export function controlRoutes(controls: Controls): Router {
  const { desk, state, quirks, tokens, requests, queue } = controls;
  const router = Router();

  router.get('/state', (request, response) => {
    const params = query(request);
    if (params.get('revision') === String(state.revision)) {
      response.status(204).end();
      return;
    }
    response.json(latestState(state, integerParam(params, 'last')));
  });

  router.get('/stock', (_request, response) => void response.json(stockChoices()));
  router.get('/requests', (_request, response) => void response.json(requests.list()));
  router.get('/quirks', (_request, response) => void response.json(quirks.current));

  router.put('/quirks', (request, response) => {
    quirks.set(readQuirks(parse(request.body)));
    response.json(quirks.current);
  });

  router.post('/tickets', (request, response) => {
    response.status(201).json(logTicket(desk, parse(request.body)));
  });

  router.post('/deliveries/:id/resend', (request, response, next) => {
    const resent = queue.resend(request.params.id);
    if (resent === undefined) throw notFound();
    resent.then((delivery) => response.json(delivery), next);
  });

  router.post('/expire-tokens', (_request, response) => {
    tokens.expireAll();
    response.status(204).end();
  });

  router.post('/reset', (_request, response) => {
    controls.reset();
    response.status(204).end();
  });

  router.get('/idle', (_request, response, next) => {
    queue.idle().then(() => response.status(204).end(), next);
  });

  return router;
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    throw new HaloError(400, { error: 'The body is not JSON.' });
  }
}
