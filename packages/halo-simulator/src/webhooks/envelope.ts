import { randomUUID } from 'node:crypto';
import { haloDate } from '../http/halo-date.ts';
import type { Quirks } from '../quirks/quirks.ts';
import { renderTicket } from '../tickets/render-ticket.ts';
import { eventNumbers, type TicketEvent } from '../tickets/ticket-event.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { withIdForm } from '../tickets/with-id-form.ts';
import type { Notification } from './notification.ts';
import type { Webhook } from './webhook.ts';

/** What a webhook carries for one event, in the order seen from a live tenant. */
export type Envelope = Readonly<Record<string, unknown>> & { readonly id: string };

/** Builds the envelope with the payload that the webhook asks for: full, small, or the event alone. */
export function envelope(
  { eventno, ticket }: TicketEvent,
  { webhook, notification }: { readonly webhook: Webhook; readonly notification: Notification },
  quirks: Readonly<Quirks>,
): Envelope {
  const head = {
    id: randomUUID(),
    webhook_id: webhook.id,
    notification_id: notification.id,
    escmsg_id: randomUUID(),
    event: eventNames[eventno] ?? notification.name.toLowerCase(),
  };
  const timestamp = haloDate();
  if (webhook.payload_type === 2) {
    return { ...head, ...withIdForm({ object_id: ticket.id }, quirks.idForm), timestamp };
  }
  const isFull = (webhook.payload_type === 0) === (quirks.payloadTypeZero === 'full');
  return {
    ...head,
    message: message(eventno, ticket.id),
    ...withIdForm({ object_id: ticket.id, agent_id: ticket.agent_id }, quirks.idForm),
    timestamp,
    ticket: withIdForm(isFull ? renderTicket(ticket) : keyFields(ticket), quirks.idForm),
  };
}

const eventNames: Readonly<Record<number, string>> = {
  [eventNumbers.newTicket]: 'new ticket logged',
  [eventNumbers.closed]: 'ticket closed',
  [eventNumbers.statusChanged]: 'ticket status changed',
};

function message(eventno: number, id: number): string {
  const number = String(id).padStart(7, '0');
  if (eventno === eventNumbers.newTicket)
    return `A new ticket has been logged. Ticket ID: ${number}.`;
  if (eventno === eventNumbers.closed) return `The ticket has been closed. Ticket ID: ${number}.`;
  return `The status has been changed for Ticket ID: ${number}.`;
}

function keyFields(ticket: Ticket): Record<string, unknown> {
  const whole = renderTicket(ticket);
  const names = ['id', 'summary', 'status_id', 'tickettype_id', 'client_id', 'team_id', 'agent_id'];
  return Object.fromEntries(
    [...names, 'customfields', 'hasbeenclosed'].map((name) => [name, whole[name]]),
  );
}
