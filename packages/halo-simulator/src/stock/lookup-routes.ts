import { Router } from 'express';
import { answer } from '../http/answer.ts';
import { flagParam, integerParam, query } from '../http/query.ts';
import { notFound } from '../http/refusals.ts';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import { agents, renderAgent, unassignedAgentId } from './agents.ts';
import { categories } from './categories.ts';
import { customFields, renderCustomField } from './custom-fields.ts';
import { findById } from './find-by-id.ts';
import { lookupValues } from './lookup-values.ts';
import { outcomes } from './outcomes.ts';
import { priorities, renderPriority } from './priorities.ts';
import { renderTicketType } from './render-ticket-type.ts';
import { slas } from './slas.ts';
import { closedStatusId, statuses } from './statuses.ts';
import { teams } from './teams.ts';
import { ticketTypes } from './ticket-types.ts';
import { renderWorkflow, workflows } from './workflows.ts';

/** The bare lists behind the drop-downs of a ticket. Any valid token may read them. */
export function lookupRoutes(quirks: QuirkBoard): Router {
  const router = Router();

  router.get('/tickettype', (_request, response) => {
    answer(response, 200, ticketTypes.map(renderTicketType));
  });
  router.get('/tickettype/:id', (request, response) => {
    const type = findById(ticketTypes, Number(request.params.id));
    if (type === undefined) throw notFound();
    answer(response, 200, renderTicketType(type));
  });

  router.get('/workflow/:id', (request, response) => {
    const workflow = findById(workflows, Number(request.params.id));
    if (workflow === undefined) throw notFound();
    answer(response, 200, renderWorkflow(workflow));
  });

  router.get('/status', (request, response) => {
    const openOnly = flagParam(query(request), 'excludeclosed');
    const wanted = statuses.filter((status) => !(openOnly && status.id === closedStatusId));
    answer(response, 200, wanted);
  });

  router.get('/priority', (request, response) => {
    const slaId = integerParam(query(request), 'slaid');
    const wanted = priorities.filter((row) => slaId === undefined || row.slaid === slaId);
    answer(response, 200, wanted.map(renderPriority));
  });
  router.get('/priority/:id', (request, response) => {
    const priority = findById(priorities, request.params.id);
    if (priority === undefined) throw notFound();
    answer(response, 200, renderPriority(priority));
  });

  router.get('/team', (_request, response) => answer(response, 200, teams));

  router.get('/agent', (request, response) => {
    const withUnassigned = flagParam(query(request), 'includeunassigned');
    const wanted = agents
      .filter((agent) => withUnassigned || agent.id !== unassignedAgentId)
      .map(renderAgent);
    const isBare = quirks.current.agentList === 'array';
    answer(response, 200, isBare ? wanted : { record_count: wanted.length, results: wanted });
  });

  router.get('/category', (request, response) => {
    const type = integerParam(query(request), 'type_id');
    const wanted = categories.filter((row) => type === undefined || row.type_id === type);
    answer(response, 200, wanted);
  });

  router.get('/outcome', (_request, response) => answer(response, 200, outcomes));

  router.get('/lookup', (request, response) => {
    const id = integerParam(query(request), 'lookupid');
    answer(
      response,
      200,
      lookupValues.filter((value) => id === undefined || value.lookupid === id),
    );
  });

  router.get('/sla', (request, response) => {
    const withPriorities = flagParam(query(request), 'showpriorities');
    const rows = slas.map((sla) => ({
      ...sla,
      ...(withPriorities && {
        priorities: priorities.filter((row) => row.slaid === sla.id).map(renderPriority),
      }),
    }));
    answer(response, 200, rows);
  });

  router.get('/fieldinfo', (_request, response) => {
    answer(
      response,
      200,
      customFields.map((field) => ({ ...renderCustomField(field), values: field.options })),
    );
  });

  return router;
}
