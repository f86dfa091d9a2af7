import { HaloDouble } from '../http/halo-double.ts';
import { renderOnce } from '../http/render-once.ts';
import { writtenOnce } from '../http/written-json.ts';
import { clients } from '../stock/clients.ts';
import { findById } from '../stock/find-by-id.ts';
import { priorities, renderPriority } from '../stock/priorities.ts';
import { renderTicketType } from '../stock/render-ticket-type.ts';
import { renderUser } from '../stock/render-user.ts';
import { type Site, sites } from '../stock/sites.ts';
import { slas } from '../stock/slas.ts';
import { statuses } from '../stock/statuses.ts';
import { teams } from '../stock/teams.ts';
import { ticketTypes } from '../stock/ticket-types.ts';
import { users } from '../stock/users.ts';
import { renderCustomFields } from './render-custom-fields.ts';
import { slaDates } from './sla-dates.ts';
import { ticketConstants } from './ticket-constants.ts';
import type { Ticket } from './ticket.ts';

const constants = writtenOnce(ticketConstants);
const priorityOf = renderOnce(renderPriority);
const userOf = renderOnce(renderUser);
const typeOf = renderOnce(renderTicketType);
const addressOf = renderOnce(renderAddress);

/** The moment that means "not set" in Halo's answers; it has no `Z`. */
const notSet = '1900-01-01T00:00:00';

/**
 * A ticket as Halo answers it: some names (client, site, user, team, SLA), never those of status,
 * agent and ticket type; nested `priority`, `user` and `tickettype`. Only `writeJson` writes it out.
 *
 * Its properties are listed rather than spread: a spread of this size costs ten times as much.
 */
export function renderTicket(ticket: Ticket): Record<string, unknown> {
  const type = findById(ticketTypes, ticket.tickettype_id);
  const client = findById(clients, ticket.client_id);
  const user = findById(users, ticket.user_id);
  const status = findById(statuses, ticket.status_id);
  const priority = priorities.find(
    (row) => row.slaid === ticket.sla_id && row.priorityid === ticket.priority_id,
  );
  const due = priority && slaDates(ticket, priority);
  const site = findById(sites, ticket.site_id);
  const address = site && addressOf(site);

  return {
    id: ticket.id,
    key: ticket.key,
    summary: ticket.summary,
    details: ticket.details,
    details_html: ticket.details_html,
    tickettype_id: ticket.tickettype_id,
    status_id: ticket.status_id,
    sla_id: ticket.sla_id,
    priority_id: ticket.priority_id,
    impact: ticket.impact,
    urgency: ticket.urgency,
    team_id: ticket.team_id,
    agent_id: ticket.agent_id,
    client_id: ticket.client_id,
    site_id: ticket.site_id,
    user_id: ticket.user_id,
    user_name: ticket.user_name,
    user_email: ticket.user_email,
    reportedby: ticket.reportedby,
    category_1: ticket.category_1,
    category_2: ticket.category_2,
    category_3: ticket.category_3,
    category_4: ticket.category_4,
    source: ticket.source,
    dateoccurred: ticket.dateoccurred,
    datecreated: ticket.datecreated,
    lastactiondate: ticket.lastactiondate,
    flastupdate: ticket.flastupdate,
    who: ticket.who,
    startdate: ticket.startdate,
    parent_id: ticket.parent_id,
    template_id: ticket.template_id,
    third_party_id: ticket.third_party_id,
    third_party_id_string: ticket.third_party_id_string,
    supplier_reference: ticket.supplier_reference,
    client_reference: ticket.client_reference,
    hasbeenclosed: ticket.hasbeenclosed,
    dateclosed: ticket.dateclosed,
    estimate: new HaloDouble(ticket.estimate ?? -0),
    targetdate: ticket.targetdate ?? notSet,
    deadlinedate: ticket.deadlinedate ?? notSet,
    sla_name: findById(slas, ticket.sla_id)?.name,
    priority: priority && priorityOf(priority),
    client_name: client?.name,
    site_name: site?.name,
    team: findById(teams, ticket.team_id)?.name,
    onhold: status?.slaaction === 'H',
    respondbydate: due?.respondBy,
    fixbydate: due?.fixBy,
    slaactiondate: due?.respondBy,
    slatimeleft: due && new HaloDouble(due.hoursLeft),
    emailtolist: ticket.user_email,
    workflow_id: type?.workflow_id,
    itil_requesttype_id: type?.itilrequesttype,
    is_vip: client?.isVip ?? false,
    oppcontactname: ticket.user_name,
    oppcompanyname: client?.name,
    oppemailaddress: ticket.user_email,
    customfields: renderCustomFields(ticket.customfields),
    takenby: ticket.who,
    workflow_stepstarted: ticket.datecreated,
    changeseq: ticket.id,
    hdid: ticket.id,
    user: user && userOf(user),
    tickettype: type && typeOf(type),
    reference: String(ticket.id).padStart(7, '0'),
    assets: ticket.assets.length > 0 ? ticket.assets : undefined,
    delivery_address: address,
    billing_address: address,
    contact_address: address,
    ...constants,
  };
}

function renderAddress(site: Site): Record<string, unknown> {
  return {
    id: 7,
    type: -2,
    line1: '',
    line2: '',
    line3: '',
    line4: '',
    postcode: '',
    primary: true,
    inactive: false,
    date_active: '2024-04-26T10:23:55.93',
    site_id: site.id,
  };
}
