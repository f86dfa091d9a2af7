import { UNASSIGNED_AGENT, looksLikeTicket, readTicket } from './halo-ticket.ts';
import { type HaloRecord, isRecord, pick, readId, readText } from './read-halo-value.ts';

/** How much of a delivery could be read. */
export type DeliveryForm =
  /** A ticket, in an envelope or alone. */
  | 'ticket'
  /** An envelope without a ticket: *Event information only*. */
  | 'event-only'
  /** Neither: accepted all the same, with whatever could be read. */
  | 'unknown';

export interface Delivery {
  readonly form: DeliveryForm;
  readonly outputs: ReturnType<typeof readOutputs>;
}

/**
 * Reads one event as Halo delivers it: the default envelope with `ticket`, in its small or full
 * form, event information only, or a custom payload with a whole or a flat ticket.
 */
export function readDelivery(body: unknown): Delivery {
  const envelope = isRecord(body) ? body : {};
  const nested = ticketIn(envelope);
  const flat = nested === undefined && looksLikeTicket(envelope);
  const ticket = nested ?? (flat ? envelope : {});
  const outputs = readOutputs(envelope, ticket, body);
  if (nested ?? flat) return { form: 'ticket', outputs };
  return { form: outputs.ticketId === null ? 'unknown' : 'event-only', outputs };
}

/** Puts a ticket that was fetched into what its delivery already told. */
export function completeDelivery(payload: unknown, ticket: HaloRecord): Delivery['outputs'] {
  const envelope = isRecord(payload) ? payload : {};
  return readOutputs(envelope, ticket, { ...envelope, ticket });
}

function readOutputs(envelope: HaloRecord, ticket: HaloRecord, rawPayload: unknown) {
  const read = readTicket(ticket);
  const alone = ticket === envelope;
  // Which agent the envelope names, the ticket's or the actor, is not known: the ticket's goes first.
  const agentId = read.agentId ?? readId(pick(envelope, 'agent_id', 'agentId'));
  const assigned = agentId === null ? modeOf(envelope) : agentId > UNASSIGNED_AGENT;
  return {
    event: readText(pick(envelope, 'event')),
    signalMode: assigned === null ? null : assigned ? 'assigned' : 'unassigned',
    ticketUrl: readLink(ticket) ?? readLink(envelope),
    webhookId: readText(pick(envelope, 'webhook_id', 'webhookId')),
    notificationId: readId(pick(envelope, 'notification_id', 'notificationId')),
    deliveryId:
      readText(pick(envelope, 'deliveryId', 'delivery_id')) ??
      (hasEnvelopeId(envelope) ? readText(pick(envelope, 'id')) : null),
    rawPayload,
    // In the middle, as names that come new after a spread cost a microsecond each.
    ...read,
    ticketId:
      readId(pick(envelope, 'object_id', 'ticket_id', 'ticketId')) ??
      (alone && hasEnvelopeId(envelope) ? null : read.ticketId),
    agentId,
    assigned,
  };
}

/** A delivery's own id is a GUID; a whole number there is the number of a ticket. */
function hasEnvelopeId(envelope: HaloRecord): boolean {
  const id = pick(envelope, 'id');
  return typeof id === 'string' && readId(id) === null;
}

/** A custom payload may hold the ticket as text, when its template put it between quotes. */
function ticketIn(envelope: HaloRecord): HaloRecord | undefined {
  const ticket = pick(envelope, 'ticket');
  if (isRecord(ticket)) return ticket;
  if (typeof ticket !== 'string' || !ticket.trimStart().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(ticket);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function modeOf(envelope: HaloRecord): boolean | null {
  const mode = pick(envelope, 'signalMode');
  if (mode === 'assigned') return true;
  return mode === 'unassigned' ? false : null;
}

/** Only web addresses: a link ends up where people click. */
function readLink(record: HaloRecord): string | null {
  const link = readText(pick(record, 'ticket_url', 'ticketUrl', 'url', 'link'));
  return link !== null && /^https?:\/\/[^\s]+$/i.test(link) ? link : null;
}
