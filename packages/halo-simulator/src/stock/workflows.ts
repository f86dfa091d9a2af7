/** A workflow: which outcomes the tickets that follow it allow. */
export interface Workflow {
  readonly id: number;
  readonly name: string;
  readonly outcomeIds: readonly number[];
}

/** The workflows of the stock instance, one for each ticket type. */
export const workflows: readonly Workflow[] = [
  { id: 1, name: 'Incident Management', outcomeIds: [7, 16, 20, 21, 5, 9] },
  { id: 2, name: 'Request Fulfilment', outcomeIds: [7, 16, 20, 9] },
  { id: 3, name: 'Problem Management', outcomeIds: [7, 20, 21, 5, 9] },
  { id: 4, name: 'Change Control', outcomeIds: [7, 23, 9] },
];

/** A workflow as Halo answers it, with its one step and that step's actions. */
export function renderWorkflow({ id, name, outcomeIds }: Workflow): Record<string, unknown> {
  return {
    id,
    name,
    active: true,
    steps: [
      {
        id: 1,
        workflow_id: id,
        name: 'Open',
        sequence: 1,
        actions: outcomeIds.map((action_id, index) => ({
          id: index + 1,
          action_id,
          sequence: index + 1,
        })),
      },
    ],
  };
}
