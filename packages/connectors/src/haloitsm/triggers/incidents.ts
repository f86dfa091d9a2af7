import { defineTrigger } from '@sluice/connector-kit';
import { ticketUrl } from '../halo-address.ts';
import { getTicket } from '../halo-api.ts';
import { completeDelivery } from '../halo-delivery.ts';
import { createWebhooks, removeWebhooks } from '../halo-webhooks.ts';
import { readTicketId } from '../steps/read-ticket-id.ts';
import { configurationPayload } from './configuration-payload.ts';
import { incidentInstructions } from './incident-instructions.ts';
import { incidentOutputs } from './incident-outputs.ts';
import { incidentSamples } from './incident-samples.ts';
import { readIncidents } from './read-incidents.ts';

/** Starts a run for every ticket event that Halo's webhooks deliver. */
export const incidents = defineTrigger({
  type: 'haloitsm.incidents',
  label: 'HaloITSM Incidents',
  summary: 'Starts when a ticket is logged in Halo, with or without an agent.',
  help: 'Halo posts each event to this trigger’s URL through two webhooks: one for tickets with an agent, one for tickets without. Signal Mode tells them apart. With a connection the trigger can make both webhooks itself, and fetch tickets that Halo sends only the number of.',
  connection: 'optional',
  outputs: incidentOutputs,
  samples: incidentSamples,
  deduplicateBy: ['deliveryId'],
  correlateBy: ['summary', 'ticketId', 'clientId', 'ticketTypeId', 'priorityId', 'signalMode'],
  instructions: incidentInstructions,
  configurationPayload,
  receive: readIncidents,

  async complete({ outputs, http, connection, log }) {
    const id = readTicketId(outputs.ticketId);
    const ticket = await getTicket(http, id);
    log(`Fetched ticket ${id} from Halo.`);
    const read = completeDelivery(outputs.rawPayload, ticket);
    return {
      ...read,
      ticketUrl: read.ticketUrl ?? ticketUrl(connection['resourceServer'], id),
      recipients: outputs.recipients ?? [],
    };
  },

  setup: {
    label: 'Create both webhooks in Halo',
    help: 'Makes the two webhooks and their rules through the connection’s API. Its agent must be an administrator of Halo. Remove takes them away again.',
    create: createWebhooks,
    remove: removeWebhooks,
  },
});
