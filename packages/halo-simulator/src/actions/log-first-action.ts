import { randomUUID } from 'node:crypto';
import type { HaloState } from '../state/halo-state.ts';
import type { Actor } from '../tickets/actor.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** Writes the action "Logged" with which every ticket begins. */
export function logFirstAction(state: HaloState, ticket: Ticket, actor: Actor): void {
  state.actions.set(ticket.id, [
    {
      id: 1,
      ticket_id: ticket.id,
      guid: randomUUID(),
      outcome: 'Logged',
      outcome_id: 0,
      colour: '#8dbcea',
      note: ticket.details,
      note_html: ticket.details_html,
      who: ticket.user_name,
      who_type: 1,
      who_agentid: actor.agentId,
      datetime: ticket.datecreated,
      hiddenfromuser: false,
      important: false,
      sendemail: false,
      timetaken: 0,
      old_status: 0,
      new_status: ticket.status_id,
      action_systemid: 1,
      ...(actor.kind === 'application' && { actionby_application_id: 'Flow Designer' }),
    },
  ]);
}
