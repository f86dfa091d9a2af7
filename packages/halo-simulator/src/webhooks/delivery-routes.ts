import { Router } from 'express';
import { answer } from '../http/answer.ts';
import { HaloDouble } from '../http/halo-double.ts';
import { query } from '../http/query.ts';
import { notFound } from '../http/refusals.ts';
import type { HaloState } from '../state/halo-state.ts';
import type { Delivery } from './delivery.ts';

/** `/api/WebhookEvent`: the records of what was sent, newest first. */
export function deliveryRoutes(state: HaloState): Router {
  const router = Router();

  router.get('/webhookevent', (request, response) => {
    const webhookId = query(request).get('webhook_id');
    const wanted = [...state.deliveries.values()].filter(
      (delivery) => webhookId === null || delivery.webhook_id === webhookId,
    );
    answer(response, 200, wanted.reverse().map(render));
  });

  router.get('/webhookevent/:id', (request, response) => {
    const delivery = state.deliveries.get(request.params.id);
    if (delivery === undefined) throw notFound();
    answer(response, 200, render(delivery));
  });

  return router;
}

function render(delivery: Delivery): Record<string, unknown> {
  return { ...delivery, duration: new HaloDouble(delivery.duration) };
}
