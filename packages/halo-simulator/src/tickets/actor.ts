/** Who does something in Halo: a person at the page, or an application that acts as an agent. */
export interface Actor {
  readonly kind: 'application' | 'person';
  readonly name: string;
  readonly agentId: number;
}

/** The application that the simulator's client id belongs to. */
export const application: Actor = {
  kind: 'application',
  name: 'Flow Designer API',
  agentId: 27,
};

/** The person who logs tickets at the simulator's page. */
export const person: Actor = { kind: 'person', name: 'Robin Example', agentId: 27 };
