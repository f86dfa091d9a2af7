import type { HaloFields } from './halo-fields.ts';
import {
  type HaloRecord,
  pick,
  readFlag,
  readId,
  readMoment,
  readText,
} from './read-halo-value.ts';

/** How the inputs of Add Action are written in Halo's action. */
export const actionFields = {
  ticketId: { field: 'ticket_id', kind: 'id' },
  note: { field: 'note', kind: 'text' },
  noteHtml: { field: 'note_html', kind: 'text' },
  hiddenFromUser: { field: 'hiddenfromuser', kind: 'flag' },
  important: { field: 'important', kind: 'flag' },
  sendEmail: { field: 'sendemail', kind: 'flag' },
  emailTo: { field: 'emailto', kind: 'text' },
  emailSubject: { field: 'emailsubject', kind: 'text' },
  emailBodyHtml: { field: 'emailbody_html', kind: 'text' },
  timeTaken: { field: 'timetaken', kind: 'decimal' },
  newStatusId: { field: 'new_status', kind: 'id' },
  newAgentId: { field: 'new_agent', kind: 'id' },
  newTeam: { field: 'new_team', kind: 'text' },
  newPriorityId: { field: 'new_priority', kind: 'id' },
  customFields: { field: 'customfields', kind: 'custom-fields' },
  skipRules: { field: 'dont_do_rules', kind: 'flag' },
} as const satisfies HaloFields;

/** Halo takes an outcome by its number or by its name. */
export function outcomeFields(outcome: string): Record<string, unknown> {
  const id = readId(outcome);
  return id === null ? { outcome: outcome.trim() } : { outcome_id: id };
}

/**
 * Reads an action of Halo's into our own words; null for what it left out. Its number is unique
 * only within its ticket.
 */
export function readAction(action: HaloRecord) {
  return {
    actionId: readId(pick(action, 'id')),
    ticketId: readId(pick(action, 'ticket_id')),
    outcome: readText(pick(action, 'outcome')),
    outcomeId: readId(pick(action, 'outcome_id')),
    note: readText(pick(action, 'note')),
    noteHtml: readText(pick(action, 'note_html')),
    who: readText(pick(action, 'who')),
    hiddenFromUser: readFlag(pick(action, 'hiddenfromuser')),
    oldStatusId: readId(pick(action, 'old_status')),
    newStatusId: readId(pick(action, 'new_status')),
    newStatusName: readText(pick(action, 'new_status_name')),
    dateAdded: readMoment(pick(action, 'actiondatecreated', 'datetime')),
  };
}
