/** A ticket type with its defaults. `mandatory` is what its form demands; Halo does not list it. */
export interface TicketType {
  readonly id: number;
  readonly name: string;
  readonly sequence: number;
  readonly itilrequesttype: number;
  readonly workflow_id: number;
  readonly workflow_name: string;
  readonly default_sla: number;
  readonly default_priority: number;
  readonly default_team: string;
  readonly mandatory: readonly ('details' | 'category_1')[];
}

/** The type that a ticket gets when it names none. */
export const defaultTicketTypeId = 1;

/** The ticket types of the stock instance. */
export const ticketTypes: readonly TicketType[] = [
  {
    id: 1,
    name: 'Incident',
    sequence: 1,
    itilrequesttype: 1,
    workflow_id: 1,
    workflow_name: 'Incident Management',
    default_sla: 1,
    default_priority: 3,
    default_team: '1st Line Support',
    mandatory: [],
  },
  {
    id: 3,
    name: 'Service Request',
    sequence: 2,
    itilrequesttype: 3,
    workflow_id: 2,
    workflow_name: 'Request Fulfilment',
    default_sla: 1,
    default_priority: 4,
    default_team: '1st Line Support',
    mandatory: [],
  },
  {
    id: 4,
    name: 'Problem',
    sequence: 3,
    itilrequesttype: 4,
    workflow_id: 3,
    workflow_name: 'Problem Management',
    default_sla: 2,
    default_priority: 2,
    default_team: 'Platform Operations',
    mandatory: [],
  },
  {
    id: 5,
    name: 'Change Request',
    sequence: 4,
    itilrequesttype: 2,
    workflow_id: 4,
    workflow_name: 'Change Control',
    default_sla: 2,
    default_priority: 3,
    default_team: 'Platform Operations',
    mandatory: ['details', 'category_1'],
  },
];
