import { flagParam, integerParam } from '../http/query.ts';
import { findById } from '../stock/find-by-id.ts';
import { closedStatusId } from '../stock/statuses.ts';
import { teams } from '../stock/teams.ts';
import type { Ticket } from './ticket.ts';

/** The tickets that a list asks for, newest first unless `order` says otherwise. */
export function findTickets(tickets: Iterable<Ticket>, params: URLSearchParams): readonly Ticket[] {
  const tests = testsOf(params);
  const found: Ticket[] = [];
  for (const ticket of tickets) if (tests.every((test) => test(ticket))) found.push(ticket);
  return sorted(found, params);
}

type Test = (ticket: Ticket) => boolean;

function testsOf(params: URLSearchParams): readonly Test[] {
  const tests: Test[] = [];
  const equals = (param: string, field: (ticket: Ticket) => number) => {
    const wanted = integerParam(params, param);
    if (wanted !== undefined) tests.push((ticket) => field(ticket) === wanted);
  };
  equals('client_id', (ticket) => ticket.client_id);
  equals('site_id', (ticket) => ticket.site_id);
  equals('user_id', (ticket) => ticket.user_id);
  equals('agent_id', (ticket) => ticket.agent_id);
  equals('status', (ticket) => ticket.status_id);
  equals('status_id', (ticket) => ticket.status_id);
  equals('requesttype_id', (ticket) => ticket.tickettype_id);

  if (flagParam(params, 'open_only')) tests.push((ticket) => ticket.status_id !== closedStatusId);
  if (flagParam(params, 'closed_only')) tests.push((ticket) => ticket.status_id === closedStatusId);

  const team = (params.get('team') ?? params.get('team_name'))?.toLowerCase();
  if (team) tests.push((ticket) => teamMatches(ticket.team_id, team));
  const words = params.get('search')?.toLowerCase();
  if (words) tests.push((ticket) => mentions(ticket, words));
  return [...tests, ...dateTests(params)];
}

function dateTests(params: URLSearchParams): readonly Test[] {
  const field = params.get('datesearch') === 'lastactiondate' ? 'lastactiondate' : 'dateoccurred';
  const start = Date.parse(params.get('startdate') ?? '');
  const end = Date.parse(params.get('enddate') ?? '');
  return [
    ...(Number.isNaN(start) ? [] : [(ticket: Ticket) => Date.parse(ticket[field]) >= start]),
    ...(Number.isNaN(end) ? [] : [(ticket: Ticket) => Date.parse(ticket[field]) <= end]),
  ];
}

function teamMatches(id: number, team: string): boolean {
  return String(id) === team || findById(teams, id)?.name.toLowerCase() === team;
}

/** Halo's search reads what people read; the external references are not part of it. */
function mentions(ticket: Ticket, words: string): boolean {
  return (
    String(ticket.id) === words ||
    ticket.summary.toLowerCase().includes(words) ||
    ticket.details.toLowerCase().includes(words) ||
    ticket.reportedby.toLowerCase().includes(words)
  );
}

function sorted(tickets: Ticket[], params: URLSearchParams): readonly Ticket[] {
  const field = params.get('order') ?? 'id';
  const descending = params.has('order') ? flagParam(params, 'orderdesc') : true;
  const valueOf = (ticket: Ticket) => (ticket as unknown as Record<string, unknown>)[field];
  const sign = descending ? -1 : 1;
  return tickets.sort((left, right) => sign * compare(valueOf(left), valueOf(right)));
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left ?? '').localeCompare(String(right ?? ''));
}
