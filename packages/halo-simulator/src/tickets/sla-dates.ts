import type { Priority } from '../stock/priorities.ts';
import type { Ticket } from './ticket.ts';

const hourMs = 60 * 60 * 1000;

/** When a ticket is due. */
export interface SlaDates {
  readonly respondBy: string;
  readonly fixBy: string;
  readonly hoursLeft: number;
}

/** When a ticket must be answered and fixed, to the minute; every hour counts as a working hour. */
export function slaDates(ticket: Ticket, priority: Priority): SlaDates {
  const start = Date.parse(ticket.dateoccurred);
  return {
    respondBy: minuteOf(start + priority.responseHours * hourMs),
    fixBy: minuteOf(start + priority.fixHours * hourMs),
    hoursLeft: priority.responseHours,
  };
}

function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 17)}00Z`;
}
