/** The value that a ticket has for one custom field; `display` is what a person sees. */
export interface CustomFieldValue {
  readonly id: number;
  readonly value: string | number;
  readonly display: string;
}

/** A ticket as it is stored: what varies, under Halo's own names. `renderTicket` adds the rest. */
export interface Ticket {
  readonly id: number;
  readonly key: string;
  readonly summary: string;
  readonly details: string;
  readonly details_html: string;
  readonly tickettype_id: number;
  readonly status_id: number;
  readonly sla_id: number;
  readonly priority_id: number;
  readonly impact: number;
  readonly urgency: number;
  readonly team_id: number;
  readonly agent_id: number;
  readonly client_id: number;
  readonly site_id: number;
  readonly user_id: number;
  readonly user_name: string;
  readonly user_email: string;
  readonly reportedby: string;
  readonly category_1: string;
  readonly category_2: string;
  readonly category_3: string;
  readonly category_4: string;
  readonly source: number;
  readonly customfields: readonly CustomFieldValue[];
  readonly assets: readonly { readonly id: number }[];
  readonly dateoccurred: string;
  readonly datecreated: string;
  readonly lastactiondate: string;
  readonly flastupdate: string;
  /** The name of the application or person that logged the ticket. */
  readonly who: string;
  readonly estimate?: number;
  readonly startdate?: string;
  readonly targetdate?: string;
  readonly deadlinedate?: string;
  readonly parent_id?: number;
  readonly template_id?: number;
  readonly third_party_id?: number;
  readonly third_party_id_string?: string;
  readonly supplier_reference?: string;
  readonly client_reference?: string;
  /** Absent until the ticket was closed once, as in Halo's answers. */
  readonly hasbeenclosed?: true;
  readonly dateclosed?: string;
}
