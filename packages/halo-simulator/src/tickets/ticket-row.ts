import { renderTicket } from './render-ticket.ts';
import { ticketConstants } from './ticket-constants.ts';
import type { Ticket } from './ticket.ts';

const shown = [
  'id,dateoccurred,summary,details,status_id,tickettype_id,sla_id,priority_id,client_id,client_name',
  'site_id,site_name,user_id,user_name,team,agent_id,category_1,category_2,category_3,category_4',
  'estimate,estimatedays,child_count,attachment_count,flagged,read,enduserstatus,onhold',
  'respondbydate,fixbydate,excludefromsla,slaholdtime,site_timezone,lastactiondate,organisation_id',
  'department_id,reportedby,user_email,emailtolist,matched_kb_id,release_id,release2_id,release3_id',
  'lastincomingemail,workflow_id,workflow_step,is_vip,isimportantcontact,inactive,impact,urgency',
  'starttime,starttimeslot,targetdate,targettime,targettimeslot,deadlinedate,oppcompanyname,cost',
  'quantity,userdef1,source,release_important,releasenotegroup_id,supplier_status,appointment_type',
  'section_timezone,projectinternaltask,impactlevel,reviewed,merged_into_id,use,useful_count',
  'notuseful_count,updateservicestatus,servicestatusnote,itil_requesttype_id,ticket_tags',
  'hasbeenclosed,third_party_id,third_party_id_string,supplier_reference,client_reference',
].flatMap((line) => line.split(','));

/** A ticket as a row of a list: fewer properties, but the external references are among them. */
export function ticketRow(ticket: Ticket): Record<string, unknown> {
  const whole = renderTicket(ticket);
  return Object.fromEntries(shown.map((name) => [name, whole[name] ?? ticketConstants[name]]));
}
