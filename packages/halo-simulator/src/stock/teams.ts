/** A team as `/api/Team` lists it. Tickets name their team by its name. */
export interface Team {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly sequence: number;
  readonly forrequests: boolean;
  readonly foropps: boolean;
  readonly forprojects: boolean;
  readonly ticket_count: number;
  readonly department_id: number;
  readonly department_name: string;
  readonly inactive: boolean;
  readonly use: 'team';
}

/** The teams of the stock instance. */
export const teams: readonly Team[] = ['1st Line Support', 'Network', 'Platform Operations'].map(
  (name, index) => ({
    id: index + 1,
    guid: `00000000-0000-4000-9100-${String(index + 1).padStart(12, '0')}`,
    name,
    sequence: index + 1,
    forrequests: true,
    foropps: false,
    forprojects: false,
    ticket_count: 0,
    department_id: 1,
    department_name: 'IT',
    inactive: false,
    use: 'team',
  }),
);
