import type { Action } from '../actions/action.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { Notification } from '../webhooks/notification.ts';
import type { Webhook } from '../webhooks/webhook.ts';

/** All that Halo remembers, as plain lists, oldest first; also the form of the state file. */
export interface HaloSnapshot {
  readonly tickets: readonly Ticket[];
  readonly actions: readonly Action[];
  readonly webhooks: readonly Webhook[];
  readonly notifications: readonly Notification[];
  readonly deliveries: readonly Delivery[];
  readonly nextTicketId: number;
  readonly nextNotificationId: number;
}
