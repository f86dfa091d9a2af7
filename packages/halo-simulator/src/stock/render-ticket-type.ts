import type { TicketType } from './ticket-types.ts';

/** A ticket type as Halo answers it, in lists and inside tickets. */
export function renderTicketType(type: TicketType): Record<string, unknown> {
  return {
    ...type,
    mandatory: undefined,
    use: 'tickettype',
    group_id: 0,
    group_name: '',
    ticket_count: 0,
    agentscanselect: true,
    allowattachments: true,
    enduserscanselect: true,
    anonymouscanselect: false,
    visible: true,
    initial_status: 1,
    default_agent: 1,
    default_agent_name: 'Unassigned',
    allowall_actions: true,
    allowall_status: true,
    allowall_category1: true,
    access_control_level: 1,
    isbillable: true,
    default_impact: 0,
  };
}
