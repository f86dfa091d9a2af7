import { defineStep, number, text } from '@sluice/connector-kit';
import * as halo from '../halo-api.ts';
import { writeHaloFields } from '../halo-fields.ts';
import { ticketFields } from '../halo-ticket.ts';
import { readTicketId } from './read-ticket-id.ts';
import { ticketInputs } from './ticket-inputs.ts';
import { ticketOutputs, ticketOutputsOf } from './ticket-outputs.ts';

/** Changes a ticket. An input left out keeps its value in Halo; one set to empty is emptied there. */
export const updateTicket = defineStep({
  type: 'haloitsm.update-ticket',
  label: 'Update Ticket',
  summary: 'Change a ticket in Halo. What is left out keeps its value.',
  help: 'To close a ticket, set its status to a closed one.',
  highlight: 'ticketId',
  repeatable: true,
  changes: true,

  inputs: {
    ticketId: number({
      label: 'Ticket ID',
      help: 'The number of the ticket to change.',
      required: true,
    }),
    summary: text({ label: 'Summary', help: 'A new title for the ticket.' }),
    ...ticketInputs({ canBeEmptied: true }),
  },

  outputs: ticketOutputs,

  async run({ inputs, http, connection, log }) {
    const id = readTicketId(inputs.ticketId);
    const saved = await halo.updateTicket(http, id, writeHaloFields(inputs, ticketFields));
    log(`Updated ticket ${id}.`);
    return ticketOutputsOf(saved, connection);
  },
});
