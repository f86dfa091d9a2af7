import type { Ticket } from './ticket.ts';

/** Halo's numbers of the events that happen here. */
export const eventNumbers = { newTicket: 3, closed: 39, statusChanged: 76 } as const;

/** Something that happened to a ticket and may fire webhooks. */
export interface TicketEvent {
  readonly eventno: number;
  readonly ticket: Ticket;
}
