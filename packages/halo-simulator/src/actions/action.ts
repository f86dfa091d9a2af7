/** An action as it is stored: what varies, under Halo's own names. Its id is unique in its ticket only. */
export interface Action {
  readonly id: number;
  readonly ticket_id: number;
  readonly guid: string;
  readonly outcome: string;
  readonly outcome_id: number;
  readonly colour: string;
  readonly note: string;
  readonly note_html: string;
  readonly who: string;
  /** 1 is an agent, 0 is an end user. */
  readonly who_type: number;
  readonly who_agentid: number;
  readonly datetime: string;
  readonly hiddenfromuser: boolean;
  readonly important: boolean;
  readonly sendemail: boolean;
  readonly emailto?: string;
  readonly emailsubject?: string;
  /** Hours. */
  readonly timetaken: number;
  readonly old_status: number;
  readonly new_status: number;
  /** 1 for what Halo wrote itself, such as "Logged". */
  readonly action_systemid: number;
  /** The NAME of the application, in spite of its own. */
  readonly actionby_application_id?: string;
}
