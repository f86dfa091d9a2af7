import { htmlOutput, output } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { ticketUrl } from '../halo-address.ts';
import type { Saved } from '../halo-api.ts';
import { readTicket } from '../halo-ticket.ts';

/** What Create Ticket and Update Ticket hand on: the ticket as Halo answered it. */
export const ticketOutputs = {
  ticketId: output('Ticket ID', 4243),
  ticketUrl: output('Ticket URL', 'https://acme.haloitsm.com/ticket?id=4243'),
  summary: output('Summary', 'Checkout is slow for all customers'),
  details: output('Details', 'Half of the requests take more than ten seconds.'),
  detailsHtml: htmlOutput(
    'Details HTML',
    '<p>Half of the requests take more than ten seconds.</p>',
  ),
  ticketType: output('Ticket Type', 'Incident'),
  ticketTypeId: output('Ticket Type ID', 1),
  statusId: output('Status ID', 1),
  priority: output('Priority', 'Critical'),
  priorityId: output('Priority ID', 1),
  impact: output('Impact', 1),
  urgency: output('Urgency', 1),
  category1: output('Category 1', 'Applications'),
  category2: output('Category 2', 'Shop'),
  category3: output('Category 3', 'Checkout'),
  category4: output('Category 4', 'Europe'),
  sla: output('SLA', 'Default SLA'),
  clientName: output('Client Name', 'Northwind Outfitters'),
  clientId: output('Client ID', 12),
  siteName: output('Site Name', 'Main'),
  siteId: output('Site ID', 18),
  userName: output('User Name', 'Ines Okafor'),
  userEmail: output('User Email', 'ines.okafor@example.org'),
  userId: output('User ID', 31),
  reportedBy: output('Reported By', 'ines.okafor@example.org'),
  team: output('Team', '1st Line Support'),
  teamId: output('Team ID', 1),
  agentId: output('Agent ID', 27),
  assigned: output('Assigned', true, 'False while the ticket belongs to the agent “Unassigned”.'),
  dateOccurred: output('Date Occurred', '2026-09-25T06:40:51.127Z'),
  lastActionDate: output('Last Action Date', '2026-09-25T06:40:52.673Z'),
  customFields: output(
    'Custom Fields',
    { CFService: 'Checkout' },
    'By name; a choice as its text.',
  ),
  ticket: output(
    'Ticket',
    { id: 4243, summary: 'Checkout is slow for all customers' },
    'Everything that Halo answered.',
  ),
  statusCode: output('Status Code', 201, 'The HTTP status of Halo’s answer.'),
};

/** The outputs for a ticket that Halo saved. */
export function ticketOutputsOf({ record, statusCode }: Saved, connection: Values) {
  const { source: _source, ...ticket } = readTicket(record);
  return {
    ticketUrl: ticketUrl(connection['resourceServer'], ticket.ticketId),
    ticket: record,
    statusCode,
    ...ticket,
  };
}
