import { readRecords } from '../http/read-records.ts';
import { person } from './actor.ts';
import type { Desk } from './desk.ts';
import { saveTicket } from './save-ticket.ts';
import { ticketFields } from './ticket-fields.ts';
import type { Ticket } from './ticket.ts';

/** Logs a ticket as a person at Halo's screen does; it always fires New Ticket Logged. */
export function logTicket(desk: Desk, fields: unknown): Ticket {
  const sent = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([fields]),
  };
  const [read] = readRecords(sent, { name: 'Faults', fields: ticketFields });
  return saveTicket(desk, { ...read, id: 0 }, person);
}
