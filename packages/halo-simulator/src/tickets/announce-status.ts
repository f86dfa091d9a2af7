import { closedStatusId } from '../stock/statuses.ts';
import type { Desk } from './desk.ts';
import { eventNumbers } from './ticket-event.ts';
import type { Ticket } from './ticket.ts';

/** Tells of a changed status, and of the closing if that is what it was. */
export function announceStatus(desk: Desk, before: Ticket, ticket: Ticket): void {
  if (ticket.status_id === before.status_id) return;
  desk.announce({ eventno: eventNumbers.statusChanged, ticket });
  if (ticket.status_id === closedStatusId) desk.announce({ eventno: eventNumbers.closed, ticket });
}
