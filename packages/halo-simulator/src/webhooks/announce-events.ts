import { writeJson } from '../http/write-json.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import type { HaloState } from '../state/halo-state.ts';
import type { TicketEvent } from '../tickets/ticket-event.ts';
import { customPayload } from './custom-payload.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { envelope } from './envelope.ts';
import { matchesCondition } from './matches-condition.ts';

/** Creates what turns an event into deliveries: every notification of that event whose conditions all hold fires its webhook. */
export function announceEvents(
  state: HaloState,
  quirks: QuirkBoard,
  queue: DeliveryQueue,
): (event: TicketEvent) => void {
  return (event) => {
    for (const notification of state.notifications.values()) {
      if (notification.eventno !== event.eventno) continue;
      const webhook = state.webhooks.get(notification.webhook_id);
      if (webhook === undefined || !webhook.active || webhook.type !== 0) continue;
      const holds = notification.conditions.every((one) => matchesCondition(event.ticket, one));
      if (!holds) continue;

      const content = envelope(event, { webhook, notification }, quirks.current);
      queue.add(webhook, {
        id: content.id,
        notificationId: notification.id,
        eventno: event.eventno,
        ticketId: event.ticket.id,
        body: webhook.custom_payload ? customPayload(webhook.payload, content) : writeJson(content),
      });
    }
  };
}
