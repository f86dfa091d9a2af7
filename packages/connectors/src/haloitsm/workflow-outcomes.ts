import { type Http, StepError } from '@sluice/connector-kit';
import { ask } from './halo-api.ts';
import { pick, readId, readList, readSaved } from './read-halo-value.ts';

/**
 * The numbers of the outcomes that a ticket type's workflow allows. Undefined when there is nothing
 * to narrow by: no type, a type without a workflow, or a workflow that this agent may not read.
 */
export async function workflowOutcomes(
  http: Http,
  ticketTypeId: number | null,
): Promise<ReadonlySet<number | null> | undefined> {
  if (ticketTypeId === null) return undefined;
  try {
    const type = await read(http, `/api/TicketType/${ticketTypeId}`);
    const workflowId = readId(pick(type, 'workflow_id')) ?? 0;
    if (workflowId <= 0) return undefined;
    const workflow = await read(http, `/api/Workflow/${workflowId}`);
    const actions = readList(pick(workflow, 'steps')).flatMap((step) =>
      readList(pick(step, 'actions')),
    );
    const ids = actions.map((action) => readId(pick(action, 'action_id')));
    return ids.length > 0 ? new Set(ids) : undefined;
  } catch (error) {
    const barred =
      error instanceof StepError && ['not-authorised', 'not-found'].includes(error.failure.code);
    if (barred) return undefined;
    throw error;
  }
}

async function read(http: Http, path: string) {
  const query = { includedetails: true };
  const { body } = await ask<unknown>(http.get(path, { query }), { doing: 'narrow the outcomes' });
  return readSaved(body);
}
