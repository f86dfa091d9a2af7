import { type Http, type HttpReply, StepError } from '@sluice/connector-kit';
import { actionFields } from './halo-action.ts';
import { inputOf } from './halo-fields.ts';
import { ticketFields } from './halo-ticket.ts';
import { type HaloTask, readHaloError } from './read-halo-error.ts';
import { type HaloRecord, pick, readId, readList, readSaved } from './read-halo-value.ts';

/** A record as Halo answered it, and the status of that answer. */
export interface Saved {
  readonly record: HaloRecord;
  readonly statusCode: number;
}

/** Makes a ticket. `fields` are Halo's own; without an id, so that nothing can be overwritten. */
export function createTicket(http: Http, fields: HaloRecord): Promise<Saved> {
  const { id: _never, ...rest } = fields;
  return save(http, ['/api/Tickets', rest], {
    doing: 'create the ticket',
    inputOf: inputOf(ticketFields),
  });
}

/**
 * Changes a ticket: fields left out keep their values. Halo creates and updates at one address and
 * only the id tells the two apart, so an update cannot be asked for without one.
 */
export function updateTicket(http: Http, id: number, fields: HaloRecord): Promise<Saved> {
  return save(http, ['/api/Tickets', { id, ...fields }], {
    doing: `update ticket ${id}`,
    inputOf: (field) => (field === 'id' ? 'ticketId' : inputOf(ticketFields)(field)),
  });
}

/** Adds an action to the ticket that its fields name. */
export function addAction(http: Http, fields: HaloRecord): Promise<Saved> {
  return save(http, ['/api/Actions', fields], {
    doing: 'add the action',
    inputOf: (field) => (/^outcome(_id)?$/.test(field) ? 'outcome' : inputOf(actionFields)(field)),
  });
}

/** Reads one ticket whole. */
export async function getTicket(http: Http, id: number): Promise<HaloRecord> {
  const reply = await ask(http.get(`/api/Tickets/${id}`, { query: { includedetails: true } }), {
    doing: `read ticket ${id}`,
    inputOf: () => 'ticketId',
  });
  return readSaved(reply.body) ?? unreadable(reply, `read ticket ${id}`);
}

export interface TicketPage {
  readonly rows: readonly HaloRecord[];
  /** How many tickets Halo says there are in all; null when it does not say. */
  readonly total: number | null;
  /** Milliseconds that Halo's clock is ahead of ours, as far as its answer tells. */
  readonly clockAhead: number;
}

/**
 * One page of all tickets, newest first, pages from 1. No filters: Halo silently ignores those it
 * does not know, and a filter that works differently than thought would hide a ticket.
 */
export async function listTickets(http: Http, page: number): Promise<TicketPage> {
  const query = {
    pageinate: true,
    page_size: 100,
    page_no: page,
    order: 'id',
    orderdesc: true,
  };
  const reply = await ask<unknown>(http.get('/api/Tickets', { query }), {
    doing: 'list the tickets',
  });
  return {
    rows: readList(reply.body, 'tickets'),
    total: recordCount(reply.body),
    clockAhead: clockAhead(reply),
  };
}

/** The actions of a ticket, newest first. */
export async function listActions(
  http: Http,
  ticketId: number,
): Promise<{ readonly actions: readonly HaloRecord[]; readonly clockAhead: number }> {
  const reply = await ask<unknown>(
    http.get('/api/Actions', { query: { ticket_id: ticketId, count: 50 } }),
    { doing: `list the actions of ticket ${ticketId}` },
  );
  return { actions: readList(reply.body, 'actions'), clockAhead: clockAhead(reply) };
}

/** Awaits a request to Halo, and turns a refusal or a web page in place of data into a `StepError`. */
export async function ask<Body>(
  request: Promise<HttpReply<Body>>,
  task: HaloTask,
): Promise<HttpReply<Body>> {
  let reply;
  try {
    reply = await request;
  } catch (error) {
    throw readHaloError(error, task);
  }
  if (typeof reply.body === 'string' && /^\s*</.test(reply.body)) unreadable(reply, task.doing);
  return reply;
}

async function save(
  http: Http,
  [path, record]: readonly [path: string, record: HaloRecord],
  task: HaloTask,
): Promise<Saved> {
  const reply = await ask(http.post<unknown>(path, [record]), task);
  const saved = readSaved(reply.body);
  if (!saved || readId(pick(saved, 'id')) === null) unreadable(reply, task.doing);
  return { record: saved, statusCode: reply.status };
}

/** An answer of 2xx that is not what Halo answers; whether anything was done cannot be told. */
function unreadable(reply: HttpReply, doing: string): never {
  const page = typeof reply.body === 'string' && /^\s*</.test(reply.body);
  throw new StepError({
    code: page ? 'refused' : 'unavailable',
    message: page
      ? `A web page came back from the request to ${doing}, not an answer of Halo’s API.`
      : `Halo’s answer to the request to ${doing} is not what it should be.`,
    hint: 'Check the Resource Server on the connection: it should be the one shown under Configuration › Integrations › HaloITSM API.',
    status: reply.status,
    outcomeUnknown: true,
  });
}

function recordCount(body: unknown): number | null {
  if (Array.isArray(body) || typeof body !== 'object' || body === null) return null;
  return readId(pick(body as HaloRecord, 'record_count'));
}

/** Only whole seconds: the Date header has no more. */
function clockAhead(reply: HttpReply): number {
  const time = Date.parse(reply.headers['date'] ?? '');
  return Number.isNaN(time) ? 0 : time - Date.now();
}
