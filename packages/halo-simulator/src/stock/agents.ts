/** An agent as `/api/Agent` lists it. */
export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly initials: string;
  readonly team: string;
  readonly jobtitle: string;
}

/** "Unassigned" is an agent like the others, and the one that a ticket without an agent has. */
export const unassignedAgentId = 1;

/** The agents of the stock instance. */
export const agents: readonly Agent[] = [
  { id: 1, name: 'Unassigned', email: '', initials: 'U', team: '', jobtitle: '' },
  agent(27, 'Robin Example', ['1st Line Support', 'Service desk analyst']),
  agent(28, 'Mina Larsen', ['Network', 'Network engineer']),
  agent(29, 'Sam Okafor', ['Platform Operations', 'Site reliability engineer']),
  agent(30, 'Jo Patel', ['Platform Operations', 'Incident manager']),
];

/** An agent as Halo answers it. */
export function renderAgent(agent: Agent): Record<string, unknown> {
  const [firstname, surname] = agent.name.split(' ');
  return {
    ...agent,
    onlinestatus_actual: 0,
    is_online: false,
    isdisabled: false,
    firstname,
    surname,
    colour: '#2bd3c6',
    is_agent: true,
    teams: [],
    departments: [],
    linemanager: 0,
    licence_type: 0,
    isapiagent: false,
    use: 'agent',
  };
}

function agent(id: number, name: string, [team, jobtitle]: readonly [string, string]): Agent {
  const words = name.split(' ');
  return {
    id,
    name,
    email: `${words[0]?.toLowerCase()}@example.org`,
    initials: words.map((word) => word.charAt(0)).join(''),
    team,
    jobtitle,
  };
}
