import { defineConnector } from '@sluice/connector-kit';
import { connection } from './connection.ts';
import { lookups } from './halo-lookups.ts';
import { addAction } from './steps/add-action.ts';
import { createTicket } from './steps/create-ticket.ts';
import { updateTicket } from './steps/update-ticket.ts';
import { incidents } from './triggers/incidents.ts';

/** HaloITSM: tickets start flows, and flows create, change and comment tickets. */
export const connector = defineConnector({
  id: 'haloitsm',
  label: 'HaloITSM',
  section: 'apps',
  connection,
  lookups,
  triggers: [incidents],
  steps: [createTicket, updateTicket, addAction],
});
