import { Router } from 'express';
import { allow } from '../auth/allow.ts';
import { answer } from '../http/answer.ts';
import { answerSaved } from '../http/answer-saved.ts';
import { flagParam, integerParam, query } from '../http/query.ts';
import { readRecords } from '../http/read-records.ts';
import { notFound } from '../http/refusals.ts';
import { application } from '../tickets/actor.ts';
import type { Desk } from '../tickets/desk.ts';
import { renderTicket } from '../tickets/render-ticket.ts';
import { actionFields } from './action-fields.ts';
import type { Action } from './action.ts';
import { renderAction } from './render-action.ts';
import { saveAction } from './save-action.ts';

/** `/api/Actions`: add to a ticket, read one, list those of a ticket. */
export function actionRoutes(desk: Desk): Router {
  const router = Router();

  router.post('/actions', allow('edit:tickets'), (request, response) => {
    const sent = readRecords(request, { name: 'Actions', fields: actionFields });
    const records = sent.map((fields) => {
      const action = saveAction(desk, fields, application);
      const ticket = desk.state.tickets.get(action.ticket_id);
      const withTicket = fields._includeticketinresponse && ticket;
      return {
        ...renderAction(action, true),
        ...(withTicket && { ticket: renderTicket(withTicket) }),
      };
    });
    answerSaved(request, response, { records, shape: desk.quirks.current.answerShape });
  });

  router.get('/actions', allow('read:tickets'), (request, response) => {
    const params = query(request);
    const ticketId = integerParam(params, 'ticket_id');
    const all =
      ticketId === undefined
        ? [...desk.state.actions.values()].flat()
        : (desk.state.actions.get(ticketId) ?? []);
    const found = all.filter((action) => isWanted(action, params)).reverse();
    const withHtml = flagParam(params, 'includehtmlnote');
    const rows = found.slice(0, integerParam(params, 'count') ?? found.length);
    const actions = rows.map((action) => renderAction(action, withHtml));
    answer(response, 200, { ticket_id: ticketId, record_count: found.length, actions });
  });

  router.get('/actions/:id', allow('read:tickets'), (request, response) => {
    const ticketId = integerParam(query(request), 'ticket_id');
    const list = ticketId === undefined ? undefined : desk.state.actions.get(ticketId);
    const action = list?.[Number(request.params.id) - 1];
    if (action === undefined) throw notFound();
    answer(response, 200, renderAction(action, true));
  });

  return router;
}

function isWanted(action: Action, params: URLSearchParams): boolean {
  return (
    !(flagParam(params, 'excludesys') && action.action_systemid > 0) &&
    !(flagParam(params, 'excludeprivate') && action.hiddenfromuser) &&
    !(flagParam(params, 'agentonly') && action.who_type !== 1) &&
    !(flagParam(params, 'importantonly') && !action.important)
  );
}
