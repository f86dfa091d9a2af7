import type { Action } from '../actions/action.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { Notification } from '../webhooks/notification.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import type { HaloSnapshot } from './halo-snapshot.ts';

/** All that Halo remembers, in maps that keep the order in which things came. */
export interface HaloState {
  readonly tickets: Map<number, Ticket>;
  /** The actions of each ticket, oldest first; an action's id is its place in this list, from 1. */
  readonly actions: Map<number, Action[]>;
  readonly webhooks: Map<string, Webhook>;
  readonly notifications: Map<number, Notification>;
  readonly deliveries: Map<string, Delivery>;
  nextTicketId: number;
  nextNotificationId: number;
  /** Grows with every change, so that a reader can tell whether to look again. */
  readonly revision: number;
  /** Must be called after every change. */
  changed(): void;
  snapshot(): HaloSnapshot;
  restore(snapshot: HaloSnapshot): void;
  clear(): void;
}

/** Creates an instance without a ticket; `onChange` is told of every change. */
export function createHaloState(onChange: () => void = () => {}): HaloState {
  let revision = 0;
  const state: HaloState = {
    tickets: new Map(),
    actions: new Map(),
    webhooks: new Map(),
    notifications: new Map(),
    deliveries: new Map(),
    nextTicketId: 4243,
    nextNotificationId: 41,
    get revision() {
      return revision;
    },
    changed() {
      revision += 1;
      onChange();
    },
    snapshot: () => ({
      tickets: [...state.tickets.values()],
      actions: [...state.actions.values()].flat(),
      webhooks: [...state.webhooks.values()],
      notifications: [...state.notifications.values()],
      deliveries: [...state.deliveries.values()],
      nextTicketId: state.nextTicketId,
      nextNotificationId: state.nextNotificationId,
    }),
    restore(snapshot) {
      state.clear();
      for (const ticket of snapshot.tickets) state.tickets.set(ticket.id, ticket);
      for (const action of snapshot.actions) {
        const list = state.actions.get(action.ticket_id) ?? [];
        state.actions.set(action.ticket_id, [...list, action]);
      }
      for (const webhook of snapshot.webhooks) state.webhooks.set(webhook.id, webhook);
      for (const row of snapshot.notifications) state.notifications.set(row.id, row);
      for (const delivery of snapshot.deliveries) state.deliveries.set(delivery.id, delivery);
      state.nextTicketId = snapshot.nextTicketId;
      state.nextNotificationId = snapshot.nextNotificationId;
      state.changed();
    },
    clear() {
      state.tickets.clear();
      state.actions.clear();
      state.webhooks.clear();
      state.notifications.clear();
      state.deliveries.clear();
      state.nextTicketId = 4243;
      state.nextNotificationId = 41;
      state.changed();
    },
  };
  return state;
}
