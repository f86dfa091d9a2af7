import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { answer } from '../http/answer.ts';
import { answerSaved } from '../http/answer-saved.ts';
import { flagParam, integerParam, query } from '../http/query.ts';
import { readRecords } from '../http/read-records.ts';
import { notFound, refuse } from '../http/refusals.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import type { HaloState } from '../state/halo-state.ts';
import { renderNotification } from './render-notification.ts';
import { type Webhook, type WebhookFields, webhookFields } from './webhook.ts';

/** `/api/Webhook`: the addresses that events are sent to. The events themselves are notifications. */
export function webhookRoutes(state: HaloState, quirks: QuirkBoard): Router {
  const router = Router();

  router.post('/webhook', (request, response) => {
    const sent = readRecords(request, { name: 'Webhook', fields: webhookFields });
    const records = sent.map((fields) => render(save(state, fields)));
    answerSaved(request, response, { records, shape: quirks.current.answerShape });
  });

  router.get('/webhook', (request, response) => {
    const type = integerParam(query(request), 'type');
    const wanted = [...state.webhooks.values()].filter(
      (webhook) => type === undefined || webhook.type === type,
    );
    answer(response, 200, wanted.map(render));
  });

  router.get('/webhook/:id', (request, response) => {
    const webhook = state.webhooks.get(request.params.id);
    if (webhook === undefined) throw notFound();
    const events = [...state.notifications.values()]
      .filter((row) => row.webhook_id === webhook.id)
      .map(renderNotification);
    const withDetails = flagParam(query(request), 'includedetails');
    answer(response, 200, { ...render(webhook), ...(withDetails && { events }) });
  });

  router.delete('/webhook/:id', (request, response) => {
    const webhook = state.webhooks.get(request.params.id);
    if (webhook === undefined) throw notFound();
    state.webhooks.delete(webhook.id);
    for (const row of state.notifications.values()) {
      if (row.webhook_id === webhook.id) state.notifications.delete(row.id);
    }
    state.changed();
    answer(response, 200, render(webhook));
  });

  return router;
}

const defaults: Omit<Webhook, 'id'> = {
  name: '',
  url: '',
  type: 0,
  method: 0,
  active: true,
  content_type: 'application/json',
  authentication_type: 0,
  username: '',
  password: '',
  custom_payload: false,
  payload: '',
  payload_type: 0,
  batch_method: 0,
};

function save(state: HaloState, fields: WebhookFields): Webhook {
  const before = fields.id ? state.webhooks.get(fields.id) : undefined;
  if (fields.id && before === undefined) throw refuse('Record not found');
  const webhook = { ...defaults, ...before, ...fields, id: before?.id ?? randomUUID() };
  if (webhook.name === '') throw refuse('Webhook Name must not be blank');
  if (!URL.canParse(webhook.url)) throw refuse('Payload URL is not a valid URL');
  state.webhooks.set(webhook.id, webhook);
  state.changed();
  return webhook;
}

/** Undefined is left out of the answer: a password cannot be read again. */
function render(webhook: Webhook): Record<string, unknown> {
  return { ...webhook, password: undefined };
}
