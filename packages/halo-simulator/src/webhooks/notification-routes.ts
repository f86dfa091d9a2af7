import { Router } from 'express';
import { answer } from '../http/answer.ts';
import { answerSaved } from '../http/answer-saved.ts';
import { query } from '../http/query.ts';
import { readRecords } from '../http/read-records.ts';
import { notFound, refuse } from '../http/refusals.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import type { HaloState } from '../state/halo-state.ts';
import { renderNotification } from './render-notification.ts';
import { type Notification, type NotificationFields, notificationFields } from './notification.ts';

/** `/api/Notification`: which event, under which conditions, fires which webhook. */
export function notificationRoutes(state: HaloState, quirks: QuirkBoard): Router {
  const router = Router();

  router.post('/notification', (request, response) => {
    const sent = readRecords(request, { name: 'Notification', fields: notificationFields });
    const records = sent.map((fields) => renderNotification(save(state, fields)));
    answerSaved(request, response, { records, shape: quirks.current.answerShape });
  });

  router.get('/notification', (request, response) => {
    const webhookId = query(request).get('webhook_id');
    const wanted = [...state.notifications.values()].filter(
      (row) => webhookId === null || row.webhook_id === webhookId,
    );
    answer(response, 200, wanted.map(renderNotification));
  });

  router.get('/notification/:id', (request, response) => {
    const notification = state.notifications.get(Number(request.params.id));
    if (notification === undefined) throw notFound();
    answer(response, 200, renderNotification(notification));
  });

  router.delete('/notification/:id', (request, response) => {
    const notification = state.notifications.get(Number(request.params.id));
    if (notification === undefined) throw notFound();
    state.notifications.delete(notification.id);
    state.changed();
    answer(response, 200, renderNotification(notification));
  });

  return router;
}

const defaults: Omit<Notification, 'id' | 'webhook_id'> = {
  eventno: 0,
  name: '',
  type: -2,
  delivery_method: 6,
  agent_id: 0,
  filter_type: 2,
  conditions: [],
};

function save(state: HaloState, fields: NotificationFields): Notification {
  const before = fields.id === undefined ? undefined : state.notifications.get(fields.id);
  const webhookId = fields.webhook_id ?? before?.webhook_id ?? '';
  if (!state.webhooks.has(webhookId)) throw refuse('Webhook not found');
  const id = before?.id ?? state.nextNotificationId++;
  const notification = { ...defaults, ...before, ...fields, id, webhook_id: webhookId };
  state.notifications.set(id, notification);
  state.changed();
  return notification;
}
