import { type HaloFields, NO_DATE } from './halo-fields.ts';
import {
  type HaloRecord,
  isRecord,
  pick,
  readId,
  readList,
  readMoment,
  readText,
} from './read-halo-value.ts';

/** In Halo an unassigned ticket belongs to a real agent of this id. */
export const UNASSIGNED_AGENT = 1;

/** How the inputs of Create Ticket and Update Ticket are written in Halo's ticket. */
export const ticketFields = {
  summary: { field: 'summary', kind: 'text' },
  details: { field: 'details', kind: 'text' },
  detailsHtml: { field: 'details_html', kind: 'text' },
  ticketTypeId: { field: 'tickettype_id', kind: 'id' },
  statusId: { field: 'status_id', kind: 'id' },
  priorityId: { field: 'priority_id', kind: 'id' },
  impact: { field: 'impact', kind: 'id', empty: 0 },
  urgency: { field: 'urgency', kind: 'id', empty: 0 },
  team: { field: 'team', kind: 'text' },
  agentId: { field: 'agent_id', kind: 'id', empty: UNASSIGNED_AGENT },
  clientId: { field: 'client_id', kind: 'id' },
  siteId: { field: 'site_id', kind: 'id' },
  userId: { field: 'user_id', kind: 'id' },
  userName: { field: 'users_name', kind: 'text' },
  userEmail: { field: 'user_email', kind: 'text' },
  reportedBy: { field: 'reportedby', kind: 'text' },
  category1: { field: 'category_1', kind: 'text' },
  category2: { field: 'category_2', kind: 'text' },
  category3: { field: 'category_3', kind: 'text' },
  category4: { field: 'category_4', kind: 'text' },
  slaId: { field: 'sla_id', kind: 'id' },
  source: { field: 'source', kind: 'id' },
  parentId: { field: 'parent_id', kind: 'id', empty: 0 },
  templateId: { field: 'template_id', kind: 'id' },
  dateOccurred: { field: 'dateoccurred', kind: 'moment' },
  startDate: { field: 'startdate', kind: 'moment', empty: NO_DATE },
  targetDate: { field: 'targetdate', kind: 'moment', empty: NO_DATE },
  deadlineDate: { field: 'deadlinedate', kind: 'moment', empty: NO_DATE },
  estimate: { field: 'estimate', kind: 'decimal', empty: 0 },
  supplierReference: { field: 'supplier_reference', kind: 'text' },
  clientReference: { field: 'client_reference', kind: 'text' },
  customFields: { field: 'customfields', kind: 'custom-fields' },
  assetIds: { field: 'assets', kind: 'id-list', empty: [] },
  skipTemplate: { field: 'donotapplytemplateintheapi', kind: 'flag' },
  skipRules: { field: 'dont_do_rules', kind: 'flag' },
} as const satisfies HaloFields;

/**
 * Reads a ticket of Halo's into our own words: its answers, the body of its webhooks, and flat
 * bodies of custom payloads, which may use our own names. What Halo left out, or wrote as "not
 * set", is null.
 */
export function readTicket(ticket: HaloRecord) {
  const priority = recordIn(ticket, 'priority');
  const type = recordIn(ticket, 'tickettype', 'ticketType');
  const user = recordIn(ticket, 'user');
  const team = recordIn(ticket, 'team');
  const agentId = readId(pick(ticket, 'agent_id', 'agentId'));
  return {
    ticketId: readId(pick(ticket, 'id', 'ticket_id', 'ticketId')),
    summary: readText(pick(ticket, 'summary')),
    details: readText(pick(ticket, 'details')),
    detailsHtml: readText(pick(ticket, 'details_html', 'detailsHtml')),
    ticketType:
      readText(pick(type, 'name')) ??
      readText(pick(ticket, 'tickettype_name', 'ticketType', 'tickettype')),
    ticketTypeId: readId(pick(ticket, 'tickettype_id', 'ticketTypeId') ?? pick(type, 'id')),
    statusId: readId(pick(ticket, 'status_id', 'statusId')),
    priority:
      readText(pick(priority, 'name')) ?? readText(pick(ticket, 'priority_name', 'priority')),
    priorityId: readId(pick(ticket, 'priority_id', 'priorityId') ?? pick(priority, 'priorityid')),
    impact: readId(pick(ticket, 'impact')),
    urgency: readId(pick(ticket, 'urgency')),
    category1: readText(pick(ticket, 'category_1', 'category1')),
    category2: readText(pick(ticket, 'category_2', 'category2')),
    category3: readText(pick(ticket, 'category_3', 'category3')),
    category4: readText(pick(ticket, 'category_4', 'category4')),
    sla: readText(pick(ticket, 'sla_name', 'sla')),
    clientName: readText(pick(ticket, 'client_name', 'clientName')),
    clientId: readId(pick(ticket, 'client_id', 'clientId')),
    siteName: readText(pick(ticket, 'site_name', 'siteName')),
    siteId: readId(pick(ticket, 'site_id', 'siteId')),
    userName: readText(pick(ticket, 'user_name', 'userName') ?? pick(user, 'name')),
    userEmail: readText(pick(ticket, 'user_email', 'userEmail') ?? pick(user, 'emailaddress')),
    userId: readId(pick(ticket, 'user_id', 'userId')),
    reportedBy: readText(pick(ticket, 'reportedby', 'reportedBy')),
    team: readText(pick(team, 'name')) ?? readText(pick(ticket, 'team_name', 'team')),
    teamId: readId(pick(ticket, 'team_id', 'teamId')),
    agentId,
    assigned: agentId === null ? null : agentId > UNASSIGNED_AGENT,
    dateOccurred: readMoment(pick(ticket, 'dateoccurred', 'dateOccurred')),
    lastActionDate: readMoment(pick(ticket, 'lastactiondate', 'lastActionDate')),
    source: readId(pick(ticket, 'source')),
    customFields: readCustomFields(pick(ticket, 'customfields', 'customFields')),
  };
}

/** Whether a record has the marks of a ticket, so that a body without an envelope is known as one. */
export function looksLikeTicket(record: HaloRecord): boolean {
  return (
    pick(record, 'summary') !== undefined ||
    ['tickettype_id', 'status_id', 'ticket_id', 'ticketId', 'statusId'].some((name) =>
      Object.hasOwn(record, name),
    )
  );
}

/** Custom fields by name. A choice reads as its text, anything else as its value. */
function readCustomFields(fields: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(fields)) return fields;
  return Object.fromEntries(
    readList(fields).flatMap((field) => {
      const name = readText(pick(field, 'name')) ?? readText(pick(field, 'id'));
      const value = pick(field, 'value');
      const shown = typeof value === 'number' ? readText(pick(field, 'display')) : null;
      return name === null ? [] : [[name, shown ?? value ?? null]];
    }),
  );
}

function recordIn(record: HaloRecord, ...names: readonly string[]): HaloRecord | undefined {
  const value = pick(record, ...names);
  return isRecord(value) ? value : undefined;
}
