import { logFirstAction } from '../actions/log-first-action.ts';
import { HaloError } from '../http/halo-error.ts';
import type { Actor } from './actor.ts';
import { announceStatus } from './announce-status.ts';
import { applyFields } from './apply-fields.ts';
import type { Desk } from './desk.ts';
import { newTicket } from './new-ticket.ts';
import { refuse } from '../http/refusals.ts';
import { requireMandatory } from './require-mandatory.ts';
import { eventNumbers } from './ticket-event.ts';
import type { TicketFields } from './ticket-fields.ts';
import type { Ticket } from './ticket.ts';

/** Creates a ticket, or updates the one with the `id` that was sent. Halo has no idempotency key. */
export function saveTicket(desk: Desk, fields: TicketFields, actor: Actor): Ticket {
  const ticket =
    fields.id === undefined || fields.id <= 0
      ? createTicket(desk, fields, actor)
      : updateTicket(desk, fields.id, fields);
  desk.state.changed();
  return ticket;
}

function createTicket(desk: Desk, fields: TicketFields, actor: Actor): Ticket {
  requireMandatory(fields);
  if (desk.quirks.current.userNeedsSite && fields.user_id !== undefined) {
    if (fields.site_id === undefined) throw refuse('A Site is required when a User is set');
  }
  const ticket = newTicket(desk.state.nextTicketId, fields, actor);
  desk.state.nextTicketId += 1;
  desk.state.tickets.set(ticket.id, ticket);
  logFirstAction(desk.state, ticket, actor);

  const mayFire = actor.kind === 'person' || desk.quirks.current.webhooksForApiTickets;
  if (mayFire && !isSilent(fields)) desk.announce({ eventno: eventNumbers.newTicket, ticket });
  return ticket;
}

function updateTicket(desk: Desk, id: number, fields: TicketFields): Ticket {
  const { strictUpdate, unknownIdStatus } = desk.quirks.current;
  const before = desk.state.tickets.get(id);
  const lacksContext = fields.tickettype_id === undefined || fields.client_id === undefined;
  if (before === undefined || (strictUpdate && lacksContext)) {
    throw new HaloError(unknownIdStatus, 'Record not found');
  }
  const ticket = applyFields(before, fields);
  desk.state.tickets.set(id, ticket);
  if (!isSilent(fields)) announceStatus(desk, before, ticket);
  return ticket;
}

function isSilent(fields: TicketFields): boolean {
  return fields.dont_do_rules === true || fields._dont_fire_automations === true;
}
