import { haloDate } from '../http/halo-date.ts';
import { refuse } from '../http/refusals.ts';
import { agents } from '../stock/agents.ts';
import { findById } from '../stock/find-by-id.ts';
import { priorities } from '../stock/priorities.ts';
import { slas } from '../stock/slas.ts';
import { closedStatusId, statuses } from '../stock/statuses.ts';
import { teams } from '../stock/teams.ts';
import { ticketTypes } from '../stock/ticket-types.ts';
import { customFieldValues } from './custom-field-values.ts';
import { type Place, placeOf } from './place-of.ts';
import { ticketText } from './ticket-text.ts';
import type { TicketFields } from './ticket-fields.ts';
import type { Ticket } from './ticket.ts';

/**
 * The ticket with the fields that were sent; those left out keep their value.
 * An id that names nothing is refused, so that a wrong lookup is found here and not in production.
 */
export function applyFields(ticket: Ticket, fields: TicketFields): Ticket {
  const type = known('Ticket Type', ticketTypes, fields.tickettype_id ?? ticket.tickettype_id);
  const status = known('Status', statuses, fields.status_id ?? ticket.status_id);
  const sla = known('SLA', slas, fields.sla_id ?? ticket.sla_id);
  const agent = known('Agent', agents, fields.agent_id ?? ticket.agent_id);
  const text = ticketText(fields.details, fields.details_html);
  const closes = status.id === closedStatusId && ticket.status_id !== closedStatusId;

  return {
    ...ticket,
    ...plainFields(fields),
    ...(text && { details: text.plain, details_html: text.html }),
    ...placeChange(ticket, fields),
    tickettype_id: type.id,
    status_id: status.id,
    sla_id: sla.id,
    agent_id: agent.id,
    priority_id: priorityId(sla.id, fields.priority_id ?? ticket.priority_id),
    team_id: teamId(fields) ?? ticket.team_id,
    customfields: fields.customfields
      ? customFieldValues(ticket.customfields, fields.customfields)
      : ticket.customfields,
    assets: fields.assets?.map((asset) => ({ id: Number(asset['id']) })) ?? ticket.assets,
    flastupdate: haloDate(),
    ...(closes && { hasbeenclosed: true as const, dateclosed: haloDate() }),
  };
}

const copied = [
  ...(['summary', 'impact', 'urgency', 'category_1', 'category_2', 'category_3'] as const),
  ...(['category_4', 'parent_id', 'template_id', 'estimate', 'startdate', 'targetdate'] as const),
  ...(['deadlinedate', 'dateoccurred', 'source', 'reportedby', 'user_email'] as const),
  ...(['third_party_id', 'third_party_id_string', 'supplier_reference'] as const),
  'client_reference' as const,
];

function plainFields(fields: TicketFields): Partial<Ticket> {
  const sent = copied.filter((name) => fields[name] !== undefined);
  return Object.fromEntries(sent.map((name) => [name, fields[name]]));
}

function placeChange(ticket: Ticket, fields: TicketFields): Partial<Place> {
  const { client_id, site_id, user_id, userlookup } = fields;
  const moved = [client_id, site_id, user_id, userlookup].some((sent) => sent !== undefined);
  if (moved) {
    const place =
      client_id === undefined && site_id === undefined ? { site_id: ticket.site_id } : {};
    return placeOf({ ...place, ...fields });
  }
  return fields.users_name === undefined ? {} : { user_name: fields.users_name };
}

function teamId({ team, team_id }: TicketFields): number | undefined {
  if (team !== undefined && team !== '') {
    const named = teams.find((candidate) => candidate.name.toLowerCase() === team.toLowerCase());
    if (named === undefined) throw refuse(`Team ${team} does not exist`);
    return named.id;
  }
  return team_id === undefined ? undefined : known('Team', teams, team_id).id;
}

function priorityId(slaId: number, id: number): number {
  if (priorities.some((row) => row.slaid === slaId && row.priorityid === id)) return id;
  throw refuse(`Priority ${id} does not exist in the SLA of the Ticket`);
}

function known<Row extends { readonly id: number }>(
  name: string,
  rows: readonly Row[],
  id: number,
): Row {
  const row = findById(rows, id);
  if (row === undefined) throw refuse(`${name} ${id} does not exist`);
  return row;
}
