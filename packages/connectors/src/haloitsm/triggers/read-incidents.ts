import type { Reception, TriggerRequest } from '@sluice/connector-kit';
import { type Delivery, readDelivery } from '../halo-delivery.ts';
import { isRecord } from '../read-halo-value.ts';
import type { IncidentOutputs } from './incident-outputs.ts';

/** Reads a request of Halo's: one reception for each event, as several may be sent together. */
export function readIncidents({
  recipients,
  body,
}: TriggerRequest): readonly Reception<IncidentOutputs>[] {
  const events = Array.isArray(body) && (body.length === 0 || body.some(isRecord)) ? body : [body];
  return events.map((event: unknown) => receptionOf(readDelivery(event), recipients));
}

function receptionOf(
  { form, outputs }: Delivery,
  recipients: readonly string[],
): Reception<IncidentOutputs> {
  const reception = {
    outputs: { recipients: [...recipients], ...outputs },
    title: titleOf(outputs),
  };
  if (form === 'event-only') {
    return {
      ...reception,
      incomplete: true,
      note: 'Halo sent event information only. The ticket is fetched if the trigger has a Halo connection; without one only its number is known.',
    };
  }
  if (form === 'unknown') {
    return {
      ...reception,
      note: 'This is not a shape that Halo is known to send: there is no ticket in it. What could be read was; the rest is in Raw Payload.',
    };
  }
  if (outputs.ticketId === null) {
    return { ...reception, note: 'The ticket came without its number.' };
  }
  return reception;
}

/** One line such as `#4243 Checkout is slow`, without line breaks or control characters. */
function titleOf({ ticketId, summary, event }: Delivery['outputs']): string {
  const number = ticketId === null ? '' : `#${ticketId} `;
  const text = `${number}${summary ?? event ?? 'Halo event'}`;
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
