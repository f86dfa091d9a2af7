import { refuse } from '../http/refusals.ts';
import { findById } from '../stock/find-by-id.ts';
import { defaultTicketTypeId, ticketTypes } from '../stock/ticket-types.ts';
import type { TicketFields } from './ticket-fields.ts';

const labels = { details: 'Details', category_1: 'Category' };

/** Refuses a new ticket that lacks what every ticket, or its type, demands; `_novalidate` skips the latter. */
export function requireMandatory(fields: TicketFields): void {
  if (!fields.summary) throw refuse('Summary must not be blank');
  if (fields._novalidate) return;
  const type = findById(ticketTypes, fields.tickettype_id ?? defaultTicketTypeId);
  const missing = (type?.mandatory ?? []).filter(
    (name) => !fields[name] && !(name === 'details' && fields.details_html),
  );
  if (missing.length === 0) return;
  const names = missing.map((name) => labels[name]).join(', ');
  throw refuse(`The following mandatory fields must be completed: ${names}`);
}
