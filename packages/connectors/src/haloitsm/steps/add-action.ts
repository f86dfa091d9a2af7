import {
  StepError,
  defineStep,
  entries,
  html,
  htmlOutput,
  longText,
  lookup,
  lookupText,
  number,
  output,
  text,
  toggle,
} from '@sluice/connector-kit';
import { asText } from '@sluice/schema';
import { findAddedAction } from '../find-added-action.ts';
import { actionFields, outcomeFields, readAction } from '../halo-action.ts';
import { ticketUrl } from '../halo-address.ts';
import * as halo from '../halo-api.ts';
import { writeHaloFields } from '../halo-fields.ts';
import { withoutBlanks } from '../without-blanks.ts';
import { readTicketId } from './read-ticket-id.ts';

const more = { group: 'more' } as const;

/** Adds a note or another action to a ticket; the outcome decides what Halo does with it. */
export const addAction = defineStep({
  type: 'haloitsm.add-action',
  label: 'Add Action',
  summary: 'Add a note or another action to a ticket in Halo.',
  help: 'Halo demands an outcome: it decides whether the action is a private note, an e-mail to the user, or closes the ticket.',
  highlight: 'ticketId',

  inputs: {
    ticketId: number({
      label: 'Ticket ID',
      help: 'The number of the ticket to add to.',
      required: true,
    }),
    outcome: lookupText({
      label: 'Outcome',
      help: 'From the list, or its number or name. Which ones are allowed depends on the ticket type.',
      from: 'outcomes',
      needs: ['ticketTypeId'],
      required: true,
    }),
    note: longText({
      label: 'Note',
      help: 'What to write, as plain text.',
      examples: ['The on-call engineer is looking into it.', 'Done by Sluice: '],
    }),
    hiddenFromUser: toggle({
      label: 'Hidden from User',
      help: 'Left out, the outcome decides whether the user sees it.',
    }),
    newStatusId: lookup({
      label: 'New Status',
      help: 'Left out, the outcome decides.',
      from: 'statuses',
      needs: ['ticketTypeId'],
    }),
    noteHtml: html({
      label: 'Note HTML',
      help: 'The note with formatting, in place of Note.',
      examples: ['<p>The on-call engineer is looking into it.</p>'],
      ...more,
    }),
    ticketTypeId: lookup({
      label: 'Ticket Type',
      help: 'Only narrows the lists of outcomes, statuses and priorities. It is not sent.',
      from: 'ticketTypes',
      ...more,
    }),
    sendEmail: toggle({
      label: 'Send E-mail',
      help: 'Whether Halo mails the action out.',
      ...more,
    }),
    emailTo: text({
      label: 'E-mail To',
      help: 'Addresses, with commas between.',
      examples: ['ops@example.com, it@example.com'],
      ...more,
    }),
    emailSubject: text({ label: 'E-mail Subject', help: 'Left out, Halo’s own.', ...more }),
    emailBodyHtml: html({ label: 'E-mail Body HTML', help: 'Left out, the note.', ...more }),
    timeTaken: number({
      label: 'Time Taken',
      help: 'Hours, such as 0.25.',
      examples: ['0.25', '1'],
      ...more,
    }),
    newAgentId: lookup({
      label: 'New Agent',
      help: 'Gives the ticket to this agent. 1 is Unassigned.',
      from: 'agents',
      ...more,
    }),
    newTeam: lookupText({
      label: 'New Team',
      help: 'Gives the ticket to this team, by name.',
      from: 'teams',
      ...more,
    }),
    newPriorityId: lookup({
      label: 'New Priority',
      help: 'Left out, it stays as it is.',
      from: 'priorities',
      needs: ['ticketTypeId'],
      ...more,
    }),
    important: toggle({ label: 'Important', help: 'Marks the action in Halo.', ...more }),
    customFields: entries({
      label: 'Custom Fields',
      help: 'By name, which begins with CF, or by number. A choice takes the number of its option.',
      columns: { name: 'Field', value: 'Value', lookup: 'customFields' },
      ...more,
    }),
    skipRules: toggle({
      label: 'Skip Rules',
      help: 'Does not run Halo’s ticket rules for this action.',
      ...more,
    }),
  },

  outputs: {
    actionId: output('Action ID', 2, 'Unique only within its ticket.'),
    ticketId: output('Ticket ID', 4243),
    ticketUrl: output('Ticket URL', 'https://acme.haloitsm.com/ticket?id=4243'),
    outcome: output('Outcome', 'Internal Note'),
    outcomeId: output('Outcome ID', 7),
    note: output('Note', 'The on-call engineer is looking into it.'),
    noteHtml: htmlOutput('Note HTML', '<p>The on-call engineer is looking into it.</p>'),
    who: output('Who', 'Sluice API'),
    hiddenFromUser: output('Hidden from User', true),
    oldStatusId: output('Old Status ID', 1),
    newStatusId: output('New Status ID', 2),
    newStatusName: output('New Status', 'In Progress'),
    dateAdded: output('Date Added', '2026-09-25T06:55:10.337Z'),
    action: output('Action', { id: 2, ticket_id: 4243 }, 'Everything that Halo answered.'),
    statusCode: output('Status Code', 201, 'The HTTP status of Halo’s answer.'),
  },

  async run({ inputs, http, connection, log }) {
    const action = writeAction(inputs);
    const { record, statusCode } = await halo.addAction(http, action);
    const outputs = readAction(record);
    log(`Added action ${outputs.actionId} to ticket ${outputs.ticketId}.`);
    return { action: record, statusCode, ...outputs, ...urlOf(outputs, connection) };
  },

  async reconcile({ inputs, http, connection, identity, log }) {
    const record = await findAddedAction(http, writeAction(inputs), Date.parse(identity.startedAt));
    if (!record) {
      log('The action is not on the ticket, so the earlier attempt did not add it.');
      return undefined;
    }
    const outputs = readAction(record);
    log(`Found action ${outputs.actionId}, which an earlier attempt added.`);
    return { action: record, statusCode: 200, ...outputs, ...urlOf(outputs, connection) };
  },
});

function writeAction(inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const outcome = asText(inputs['outcome']);
  const ticketId = readTicketId(inputs['ticketId']);
  if (outcome.trim() === '') {
    throw new StepError({
      code: 'invalid-input',
      message: 'There is no outcome, and Halo refuses an action without one.',
      hint: 'Choose an outcome, such as the one of a private note.',
      input: 'outcome',
    });
  }
  const fields = writeHaloFields({ ...withoutBlanks(inputs), ticketId }, actionFields);
  return { ...fields, ...outcomeFields(outcome) };
}

function urlOf(
  { ticketId }: { readonly ticketId: number | null },
  connection: Readonly<Record<string, unknown>>,
) {
  return { ticketUrl: ticketUrl(connection['resourceServer'], ticketId) };
}
