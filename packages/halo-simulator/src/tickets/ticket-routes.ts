import { Router } from 'express';
import { allow } from '../auth/allow.ts';
import { answer } from '../http/answer.ts';
import { answerSaved } from '../http/answer-saved.ts';
import { pageOf } from '../http/page-of.ts';
import { flagParam, query } from '../http/query.ts';
import { readRecords } from '../http/read-records.ts';
import { notFound } from '../http/refusals.ts';
import { agents } from '../stock/agents.ts';
import { findById } from '../stock/find-by-id.ts';
import { application } from './actor.ts';
import type { Desk } from './desk.ts';
import { findTickets } from './find-tickets.ts';
import { renderTicket } from './render-ticket.ts';
import { saveTicket } from './save-ticket.ts';
import { ticketFields } from './ticket-fields.ts';
import { ticketRow } from './ticket-row.ts';
import type { Ticket } from './ticket.ts';
import { withIdForm } from './with-id-form.ts';

/** `/api/Tickets`: create and update at one address, read one, list. */
export function ticketRoutes(desk: Desk): Router {
  const router = Router();
  const formed = (record: Record<string, unknown>) =>
    withIdForm(record, desk.quirks.current.idForm);

  router.post('/tickets', allow('edit:tickets'), (request, response) => {
    const sent = readRecords(request, { name: 'Faults', fields: ticketFields });
    const records = sent.map((fields) =>
      formed(renderTicket(saveTicket(desk, fields, application))),
    );
    answerSaved(request, response, { records, shape: desk.quirks.current.answerShape });
  });

  router.get('/tickets', allow('read:tickets'), (request, response) => {
    const params = query(request);
    const page = pageOf('tickets', findTickets(desk.state.tickets.values(), params), params);
    const row = flagParam(params, 'ticketidonly') ? ({ id }: Ticket) => ({ id }) : ticketRow;
    const tickets = (page['tickets'] as readonly Ticket[]).map((ticket) =>
      formed({ ...row(ticket), ...agentName(ticket, params) }),
    );
    answer(response, 200, { ...page, tickets });
  });

  router.get('/tickets/:id', allow('read:tickets'), (request, response) => {
    const ticket = desk.state.tickets.get(Number(request.params.id));
    if (ticket === undefined) throw notFound();
    const params = query(request);
    const last = desk.state.actions.get(ticket.id)?.at(-1);
    const extras = {
      ...agentName(ticket, params),
      ...(flagParam(params, 'includelastaction') && { last_action: last }),
    };
    answer(response, 200, Object.assign(formed(renderTicket(ticket)), extras));
  });

  return router;
}

function agentName(ticket: Ticket, params: URLSearchParams): { agent_name?: string | undefined } {
  if (!flagParam(params, 'includeagent')) return {};
  return { agent_name: findById(agents, ticket.agent_id)?.name };
}
