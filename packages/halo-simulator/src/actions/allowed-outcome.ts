import { refuse } from '../http/refusals.ts';
import { findById } from '../stock/find-by-id.ts';
import { type Outcome, outcomes } from '../stock/outcomes.ts';
import { ticketTypes } from '../stock/ticket-types.ts';
import { workflows } from '../stock/workflows.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { ActionFields } from './action-fields.ts';

/** The outcome that an action names by id or by name, if the workflow of the ticket's type allows it. */
export function allowedOutcome(ticket: Ticket, fields: ActionFields): Outcome {
  const { outcome: name, outcome_id: id } = fields;
  if (id === undefined && !name) throw refuse('An Outcome must be entered for this Action');
  const outcome =
    id === undefined
      ? outcomes.find((candidate) => candidate.outcome.toLowerCase() === name?.toLowerCase())
      : findById(outcomes, id);
  const type = findById(ticketTypes, ticket.tickettype_id);
  const workflow = findById(workflows, type?.workflow_id);
  if (outcome === undefined || !workflow?.outcomeIds.includes(outcome.id)) {
    throw refuse('You do not have access to this Action at the moment');
  }
  return outcome;
}
