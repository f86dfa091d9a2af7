import { HaloDouble } from '../http/halo-double.ts';
import { findById } from '../stock/find-by-id.ts';
import { statuses } from '../stock/statuses.ts';
import type { Action } from './action.ts';

const zero = new HaloDouble(0);

const actionConstants: Readonly<Record<string, unknown>> = {
  who_imgpath: '',
  replied_to_ticket_id: 0,
  replied_to_action_id: 0,
  created_from_ticket_id: 0,
  created_from_action_id: 0,
  action_contract_id: 0,
  action_travel_contract_id: 0,
  personal_unread: false,
  translations: [],
  on_behalf_of_name: '',
  actioncontractid: 0,
  actisbillable: false,
  actisreadyforprocessing: false,
  travelisreadyforprocessing: false,
  timetakendays: zero,
  timetakenadjusted: zero,
  actionchargehours: zero,
  actionnonchargeamount: zero,
  actionnonchargehours: zero,
  actionchargeamount: zero,
  actionprepayhours: zero,
  actionprepayamount: zero,
  actiontravelchargehours: zero,
  chargerate: 0,
  travel_chargerate: 0,
  attachment_count: 0,
  unread: 0,
  actionby_user_id: 0,
};

/** An action as Halo answers it. Lists leave `note_html` out unless it is asked for. */
export function renderAction(action: Action, withHtml: boolean): Record<string, unknown> {
  return {
    ...actionConstants,
    ...action,
    note_html: withHtml ? action.note_html : undefined,
    actiondatecreated: action.datetime,
    actionarrivaldate: action.datetime,
    actioncompletiondate: action.datetime,
    project_id: action.ticket_id,
    actionby_agent_id: action.who_agentid,
    timetaken: new HaloDouble(action.timetaken),
    new_status_name: findById(statuses, action.new_status)?.name,
  };
}
