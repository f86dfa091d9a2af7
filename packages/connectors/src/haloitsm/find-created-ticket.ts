import { type Http, StepError } from '@sluice/connector-kit';
import { getTicket, listTickets } from './halo-api.ts';
import { type HaloRecord, pick, readId, readMoment, readText } from './read-halo-value.ts';

/** What a ticket that an earlier attempt may have made is known by. */
export interface TicketMark {
  /** The field that carries the marker, and the marker. */
  readonly field: string;
  readonly marker: string;
  /** What was sent as its summary: such tickets are looked at first. */
  readonly summary: string;
  /** When the first attempt began, in milliseconds of our clock. */
  readonly since: number;
}

/** Milliseconds that a ticket may look older than the attempt that made it. */
const MARGIN = 3_600_000;
const MOST_PAGES = 50;
const MOST_READS = 60;

/**
 * Finds the ticket that carries a marker: the ticket, or undefined when it is certainly not there.
 *
 * Halo offers no filter that could be trusted: unknown ones are ignored without a word. So the
 * newest tickets are listed and each marker is compared, back to well before the first attempt. Lists
 * may lack the field; then the tickets themselves are read, those with the same summary first.
 * When that would be too many, whether the ticket exists is not known: a `StepError` with
 * `interrupted`, as a missing answer is better than a second ticket.
 */
export async function findCreatedTicket(
  http: Http,
  mark: TicketMark,
): Promise<HaloRecord | undefined> {
  const recent = await listRecent(http, mark);
  if ('id' in recent) return getTicket(http, recent.id);
  if (recent.fieldIsListed) return undefined;
  const alike = (row: HaloRecord) => Number(!sameText(pick(row, 'summary'), mark.summary));
  const unsure = recent.rows.toSorted((one, other) => alike(one) - alike(other));
  for (const row of unsure.slice(0, MOST_READS)) {
    const id = readId(pick(row, 'id'));
    const ticket = id === null ? undefined : await readIfThere(http, id);
    if (ticket && pick(ticket, mark.field) === mark.marker) return ticket;
  }
  if (unsure.length > MOST_READS) throw undecided(unsure.length);
  return undefined;
}

type Recent =
  | { readonly id: number }
  | { readonly rows: readonly HaloRecord[]; readonly fieldIsListed: boolean };

async function listRecent(http: Http, mark: TicketMark): Promise<Recent> {
  const seen = new Map<number, HaloRecord>();
  const rows: HaloRecord[] = [];
  let fieldIsListed = false;
  let lowest = Number.POSITIVE_INFINITY;
  let newestFirst = true;

  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = await listTickets(http, page);
    const since = mark.since + listed.clockAhead - MARGIN;
    let fresh = 0;
    let recent = 0;
    for (const row of listed.rows) {
      const id = readId(pick(row, 'id'));
      if (id === null || seen.has(id)) continue;
      const marker = readText(pick(row, mark.field));
      if (marker === mark.marker) return { id };
      seen.set(id, row);
      fresh += 1;
      newestFirst &&= id < lowest;
      lowest = Math.min(lowest, id);
      fieldIsListed ||= marker !== null;
      if (isSince(row, since)) {
        recent += 1;
        rows.push(row);
      }
    }
    const whole = fresh === 0 || (listed.total !== null && seen.size >= listed.total);
    // A whole page of old tickets, since one alone may have been dated back. Only where Halo keeps
    // the order that it was asked for does what follows have to be older still.
    if (whole || (newestFirst && recent === 0)) return { rows, fieldIsListed };
  }
  throw undecided(seen.size);
}

/** Whether any of a ticket's dates is that late; one without dates may be. */
function isSince(row: HaloRecord, since: number): boolean {
  const times = ['datecreated', 'dateoccurred', 'lastactiondate']
    .map((name) => Date.parse(readMoment(pick(row, name)) ?? ''))
    .filter((time) => !Number.isNaN(time));
  return times.length === 0 || Math.max(...times) >= since;
}

async function readIfThere(http: Http, id: number): Promise<HaloRecord | undefined> {
  try {
    return await getTicket(http, id);
  } catch (error) {
    if (error instanceof StepError && error.failure.code === 'not-found') return undefined;
    throw error;
  }
}

function sameText(one: unknown, other: string): boolean {
  return typeof one === 'string' && one.trim().toLowerCase() === other.trim().toLowerCase();
}

function undecided(count: number): StepError {
  return new StepError({
    code: 'interrupted',
    message: `An earlier attempt may have made the ticket, and among ${count} recent tickets Sluice could not tell.`,
    hint: 'Look in Halo for the ticket. If it is not there, retry from this step. Another Marker field on the connection may be one that Halo shows in its lists.',
  });
}
