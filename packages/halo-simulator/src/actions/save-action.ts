import { randomUUID } from 'node:crypto';
import { haloDate } from '../http/halo-date.ts';
import { HaloError } from '../http/halo-error.ts';
import { refuse } from '../http/refusals.ts';
import type { Actor } from '../tickets/actor.ts';
import { announceStatus } from '../tickets/announce-status.ts';
import { applyFields } from '../tickets/apply-fields.ts';
import type { Desk } from '../tickets/desk.ts';
import { ticketText } from '../tickets/ticket-text.ts';
import type { TicketFields } from '../tickets/ticket-fields.ts';
import { allowedOutcome } from './allowed-outcome.ts';
import type { ActionFields } from './action-fields.ts';
import type { Action } from './action.ts';

/** Adds an action to a ticket, with what it does to the ticket's status, agent, team and priority. */
export function saveAction(desk: Desk, fields: ActionFields, actor: Actor): Action {
  if (fields.ticket_id === undefined) throw refuse('A Ticket must be entered for this Action');
  const before = desk.state.tickets.get(fields.ticket_id);
  if (before === undefined) {
    throw new HaloError(desk.quirks.current.unknownIdStatus, 'Record not found');
  }
  const list = desk.state.actions.get(before.id) ?? [];
  const written = fields.id === undefined ? undefined : list[fields.id - 1];
  if (written !== undefined) return rewriteAction(desk, list, { ...written, ...textOf(fields) });

  const outcome = allowedOutcome(before, fields);
  const now = haloDate();
  const ticket = {
    ...applyFields(before, ticketChanges(fields, outcome.newstatus)),
    lastactiondate: now,
  };
  const action: Action = {
    id: list.length + 1,
    ticket_id: ticket.id,
    guid: randomUUID(),
    outcome: outcome.outcome,
    outcome_id: outcome.id,
    colour: outcome.colour,
    note: '',
    note_html: '',
    ...textOf(fields),
    who: fields.who ?? actor.name,
    who_type: fields.who_type ?? 1,
    who_agentid: fields.who_agentid ?? actor.agentId,
    datetime: now,
    hiddenfromuser: fields.hiddenfromuser ?? outcome.hidefromuser,
    important: fields.important ?? false,
    sendemail: fields.sendemail ?? outcome.sendemail === 1,
    ...(fields.emailto !== undefined && { emailto: fields.emailto }),
    ...(fields.emailsubject !== undefined && { emailsubject: fields.emailsubject }),
    timetaken: fields.timetaken ?? 0,
    old_status: before.status_id,
    new_status: ticket.status_id,
    action_systemid: 0,
    ...(actor.kind === 'application' && { actionby_application_id: 'Flow Designer' }),
  };

  list.push(action);
  desk.state.actions.set(ticket.id, list);
  desk.state.tickets.set(ticket.id, ticket);
  if (!fields.dont_do_rules) announceStatus(desk, before, ticket);
  desk.state.changed();
  return action;
}

function rewriteAction(desk: Desk, list: Action[], action: Action): Action {
  list[action.id - 1] = action;
  desk.state.changed();
  return action;
}

function textOf(fields: ActionFields): Partial<Pick<Action, 'note' | 'note_html'>> {
  const text = ticketText(fields.note, fields.note_html);
  return text === undefined ? {} : { note: text.plain, note_html: text.html };
}

/** What was sent wins over what the outcome does; 0 stands for no change, as in Halo's own web app. */
function ticketChanges(fields: ActionFields, outcomeStatus: number): TicketFields {
  const { new_status, new_agent, new_team, new_priority, customfields } = fields;
  const status = new_status || outcomeStatus;
  return {
    ...(status && { status_id: status }),
    ...(new_agent && { agent_id: new_agent }),
    ...(new_team && (/^\d+$/.test(new_team) ? { team_id: Number(new_team) } : { team: new_team })),
    ...(new_priority && { priority_id: new_priority }),
    ...(customfields && { customfields }),
  };
}
