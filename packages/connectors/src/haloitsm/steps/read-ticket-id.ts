import { StepError } from '@sluice/connector-kit';
import { asText } from '@sluice/schema';
import { readId } from '../read-halo-value.ts';

/**
 * The number of a ticket that exists. Without one Halo would make a new ticket or refuse in words
 * that help nobody, so nothing is sent.
 */
export function readTicketId(ticketId: unknown): number {
  const id = readId(ticketId);
  if (id !== null && id > 0) return id;
  const given = asText(ticketId).slice(0, 80);
  throw new StepError({
    code: 'invalid-input',
    message:
      given.trim() === ''
        ? 'There is no ticket id, so nothing was sent to Halo.'
        : `“${given}” is not the number of a ticket, so nothing was sent to Halo.`,
    hint: 'Map the Ticket ID of the trigger or of an earlier step into Ticket ID.',
    input: 'ticketId',
  });
}
