import type { Catalogue, FlowDrawing, StepManifest, TriggerManifest } from '@sluice/schema';

const trigger: TriggerManifest = {
  type: 'desk.tickets',
  label: 'Tickets',
  summary: 'Starts when a ticket is logged.',
  connection: 'optional',
  source: 'http',
  inputs: {},
  canAnswer: false,
  samples: [{ label: 'One', body: { ticket: { id: 7, user: { name: 'Kim Dale' } } } }],
  deduplicateBy: ['ticketId'],
  correlateBy: ['summary'],
  instructions: [],
  outputs: {
    ticketId: { label: 'Ticket ID', sample: 4243 },
    summary: { label: 'Summary', sample: 'API returning 502' },
    fields: { label: 'Custom Fields', sample: [{ name: 'CFService', value: 'Antares' }] },
  },
};

const step = (type: string, label: string): StepManifest => ({
  type,
  label,
  summary: label,
  connection: 'none',
  inputs: {},
  outputs: { ticketId: { label: 'Ticket ID', sample: 2041 } },
  exits: { fixed: [{ id: 'next', label: 'Next' }] },
});

/** A connector with a trigger and a step, and a tool. */
export const sampleCatalogue: Catalogue = {
  connectors: [
    {
      id: 'desk',
      label: 'Desk',
      section: 'apps',
      icon: '',
      triggers: [trigger],
      steps: [step('desk.create-ticket', 'Create Ticket')],
    },
    {
      id: 'tools',
      label: 'Tools',
      section: 'tools',
      icon: '',
      triggers: [],
      steps: [step('tools.switch', 'Switch')],
    },
  ],
};

const position = { x: 0, y: 0 };

/** A trigger, two steps after it, and one beside that nothing leads to. */
export const sampleFlow: FlowDrawing = {
  nodes: [
    {
      id: 'trigger',
      kind: 'trigger',
      type: 'desk.tickets',
      name: 'Desk',
      position,
      settings: {
        authentication: 'url',
        floodControl: { enabled: true, threshold: 4, periodSeconds: 60, correlateBy: [] },
        deduplicate: { windowSeconds: 60 },
      },
      picked: [{ name: 'userName', label: 'User name', path: ['ticket', 'user', 'name'] }],
    },
    {
      id: 'create',
      kind: 'step',
      type: 'desk.create-ticket',
      name: 'Create Ticket',
      position,
      inputs: {},
    },
    { id: 'tell', kind: 'step', type: 'tools.switch', name: 'Tell', position, inputs: {} },
    { id: 'beside', kind: 'step', type: 'tools.switch', name: 'Beside', position, inputs: {} },
  ],
  edges: [
    { id: 'e1', source: 'trigger', exit: 'next', target: 'create' },
    { id: 'e2', source: 'create', exit: 'next', target: 'tell' },
  ],
};
