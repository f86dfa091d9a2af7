import type { PayloadSample } from '@sluice/schema';

const unassignedTicket = {
  postloggedview: 0,
  id: 5318,
  dateoccurred: '2026-09-25T06:40:51.1274385Z',
  summary: 'Card payments are declined at every till',
  details: 'Since 06:35 the payment terminals in all shops answer “issuer unavailable”.',
  status_id: 1,
  tickettype_id: 1,
  sla_id: 1,
  sla_name: 'Default SLA',
  priority_id: 1,
  priority: {
    id: '4c0e8f5a-7d21-4f3b-9a10-6be2c5d10a01',
    slaid: 1,
    priorityid: 1,
    name: 'Critical',
    fixtime: 8.0,
    fixunits: 'H',
    ishidden: false,
    colour: '#c53b3b',
  },
  client_id: 12,
  client_name: 'Northwind Outfitters',
  site_id: 18,
  site_name: 'Main',
  user_id: 31,
  user_name: 'Ines Okafor',
  team: '1st Line Support',
  agent_id: 1,
  category_1: 'Applications>Payments',
  category_2: '',
  category_3: '',
  category_4: '',
  lastactiondate: '2026-09-25T06:40:52.6733107Z',
  reportedby: 'ines.okafor@example.org',
  user_email: 'ines.okafor@example.org',
  lastincomingemail: '0001-01-01T00:00:00',
  impact: 1,
  urgency: 1,
  targetdate: '1900-01-01T00:00:00',
  deadlinedate: '1900-01-01T00:00:00',
  source: 0,
  customfields: [
    {
      id: 213,
      name: 'CFAlertSource',
      label: 'Alert source',
      type: 0,
      value: 'till monitor',
      display: 'till monitor',
    },
    {
      id: 206,
      name: 'CFService',
      label: 'Affected service',
      type: 2,
      value: 9,
      display: 'Payments',
    },
  ],
};

const unassigned = {
  id: '9b2d64f0-3a7e-4c58-b1d9-0f6e7a85c311',
  webhook_id: 'c1a9e7d4-5b60-4e2f-8d37-92f4b6a0e802',
  notification_id: 42,
  escmsg_id: '2e8f01b7-acb8-4d11-8260-7c5a90d3e604',
  event: 'new ticket logged',
  message: 'A new ticket has been logged. Ticket ID: 0005318.',
  object_id: 5318,
  agent_id: 1,
  timestamp: '2026-09-25T06:40:53.7895915Z',
  ticket: unassignedTicket,
};

const assigned = {
  ...unassigned,
  id: 'e0b7a4d6-2c35-4f19-8b7a-51c9d6e8f203',
  webhook_id: '7a1f6c52-90c4-4b8e-a6d1-3d5b8e2f4c01',
  notification_id: 41,
  message: 'A new ticket has been logged. Ticket ID: 0005317.',
  object_id: 5317,
  agent_id: 27,
  ticket: {
    ...unassignedTicket,
    id: 5317,
    summary: 'Checkout is slow for all customers',
    details: 'Half of the requests take more than ten seconds.',
    agent_id: 27,
    category_1: 'Applications>Shop',
  },
};

const { ticket: _ticket, agent_id: _agent, message: _message, ...eventInformation } = unassigned;

const statusChanged = {
  id: '51d7c0ae-8f92-4b06-a3e4-d8c9170b5f12',
  webhook_id: '7a1f6c52-90c4-4b8e-a6d1-3d5b8e2f4c01',
  notification_id: 57,
  escmsg_id: 'f40a92c1-acb8-4d11-8260-1b6e53a7d905',
  event: 'ticket status changed',
  message: 'The status has been changed for Ticket ID: 0005301.',
  object_id: 5301,
  agent_id: 27,
  timestamp: '2026-09-25T06:41:08.7895915Z',
  ticket: {
    id: 5301,
    summary: 'Label printer in the warehouse is offline',
    status_id: 9,
    tickettype_id: 1,
    client_id: 12,
    team_id: 1,
    agent_id: 27,
    customfields: [],
    hasbeenclosed: true,
  },
};

/** Payloads to test a flow with, in the shapes that Halo delivers. */
export const incidentSamples: readonly PayloadSample[] = [
  { label: 'New ticket, assigned', body: assigned },
  { label: 'New ticket, unassigned', body: unassigned },
  { label: 'Event information only', body: eventInformation },
  { label: 'Two events in one delivery', body: [assigned, unassigned] },
  { label: 'Ticket status changed', body: statusChanged },
];
