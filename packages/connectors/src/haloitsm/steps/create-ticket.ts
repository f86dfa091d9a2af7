import { defineStep, text } from '@sluice/connector-kit';
import { findCreatedTicket } from '../find-created-ticket.ts';
import * as halo from '../halo-api.ts';
import { writeHaloFields } from '../halo-fields.ts';
import { ticketFields } from '../halo-ticket.ts';
import { markerField } from '../marker-field.ts';
import { withoutBlanks } from '../without-blanks.ts';
import { ticketInputs } from './ticket-inputs.ts';
import { ticketOutputs, ticketOutputsOf } from './ticket-outputs.ts';

/**
 * Makes a ticket that carries the marker of its run and step, so that an attempt whose outcome is
 * unknown can be looked for before another ticket is made.
 */
export const createTicket = defineStep({
  type: 'haloitsm.create-ticket',
  label: 'Create Ticket',
  summary: 'Create a ticket in Halo, filled in from the trigger or from earlier steps.',
  help: 'Only Summary is needed; Halo fills in the rest by its own defaults. When an attempt breaks off, the step looks in Halo for the ticket it may have made before it makes another.',
  highlight: 'ticketId',

  inputs: {
    summary: text({
      label: 'Summary',
      help: 'The title of the ticket. Halo shows it in every list.',
      required: true,
      examples: ['Follow-up of ', 'New incident: '],
    }),
    ...ticketInputs({ canBeEmptied: false }),
  },

  outputs: ticketOutputs,

  async run({ inputs, http, connection, identity, log }) {
    const marker = markerField(connection, inputs);
    const saved = await halo.createTicket(http, {
      ...writeHaloFields(withoutBlanks(inputs), ticketFields),
      [marker]: identity.marker,
    });
    const outputs = ticketOutputsOf(saved, connection);
    log(`Created ticket ${outputs.ticketId}.`);
    return outputs;
  },

  async reconcile({ inputs, http, connection, identity, log }) {
    const record = await findCreatedTicket(http, {
      field: markerField(connection, inputs),
      marker: identity.marker,
      summary: inputs.summary,
      since: Date.parse(identity.startedAt),
    });
    if (!record) {
      log('The ticket is not in Halo, so the earlier attempt did not make it.');
      return undefined;
    }
    const outputs = ticketOutputsOf({ record, statusCode: 200 }, connection);
    log(`Found ticket ${outputs.ticketId}, which an earlier attempt made.`);
    return outputs;
  },
});
