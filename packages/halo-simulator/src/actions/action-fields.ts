import type { FieldsOf } from '../http/field-kinds.ts';

/** The fields of an action that a POST can set. Everything else in the body is accepted and ignored. */
export const actionFields = {
  id: 'integer',
  ticket_id: 'integer',
  outcome: 'text',
  outcome_id: 'integer',
  note: 'text',
  note_html: 'text',
  hiddenfromuser: 'flag',
  sendemail: 'flag',
  important: 'flag',
  timetaken: 'number',
  new_status: 'integer',
  new_agent: 'integer',
  new_team: 'text',
  new_priority: 'integer',
  emailto: 'text',
  emailsubject: 'text',
  emailbody_html: 'text',
  who: 'text',
  who_type: 'integer',
  who_agentid: 'integer',
  customfields: 'list',
  attachments: 'list',
  dont_do_rules: 'flag',
  _includeticketinresponse: 'flag',
} as const;

/** An action as a caller writes it. */
export type ActionFields = FieldsOf<typeof actionFields>;
