import { randomUUID } from 'node:crypto';
import { haloDate } from '../http/halo-date.ts';
import { refuse } from '../http/refusals.ts';
import { unassignedAgentId } from '../stock/agents.ts';
import { findById } from '../stock/find-by-id.ts';
import { teams } from '../stock/teams.ts';
import { defaultTicketTypeId, ticketTypes } from '../stock/ticket-types.ts';
import type { Actor } from './actor.ts';
import { applyFields } from './apply-fields.ts';
import { placeOf } from './place-of.ts';
import type { TicketFields } from './ticket-fields.ts';
import type { Ticket } from './ticket.ts';

/** A ticket with the defaults of its type under the fields that were sent. Only a summary is needed. */
export function newTicket(id: number, fields: TicketFields, actor: Actor): Ticket {
  const type = findById(ticketTypes, fields.tickettype_id ?? defaultTicketTypeId);
  if (type === undefined) throw refuse(`Ticket Type ${fields.tickettype_id} does not exist`);

  const now = haloDate();
  const defaults: Ticket = {
    id,
    key: randomUUID(),
    summary: '',
    details: '',
    details_html: '',
    tickettype_id: type.id,
    status_id: 1,
    sla_id: type.default_sla,
    priority_id: type.default_priority,
    impact: 0,
    urgency: 0,
    team_id: teams.find((team) => team.name === type.default_team)?.id ?? 1,
    agent_id: unassignedAgentId,
    ...placeOf(fields),
    category_1: '',
    category_2: '',
    category_3: '',
    category_4: '',
    source: 0,
    customfields: [],
    assets: [],
    dateoccurred: now,
    datecreated: now,
    lastactiondate: now,
    flastupdate: now,
    who: actor.name,
  };
  return applyFields(defaults, fields);
}
