import type {
  Catalogue,
  ConnectorManifest,
  FieldManifest,
  StepManifest,
  TriggerManifest,
} from '../catalogue/catalogue.ts';
import {
  type FlowDrawing,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import type { Template } from '../pills/template.ts';

/** A desk with tickets, and tools: enough kinds of steps to be replaced by one another. */
const field = (label: string, more: Partial<FieldManifest> = {}): FieldManifest => ({
  control: 'text',
  type: 'text',
  label,
  required: false,
  group: 'main',
  ...more,
});

const step = (type: string, more: Partial<StepManifest>): StepManifest => ({
  type,
  label: type,
  summary: '',
  connection: 'none',
  inputs: {},
  outputs: {},
  exits: { fixed: [{ id: 'next', label: 'Next' }] },
  ...more,
});

const trigger = (type: string, more: Partial<TriggerManifest>): TriggerManifest => ({
  type,
  label: type,
  summary: '',
  source: 'http',
  inputs: {},
  outputs: {},
  connection: 'none',
  canAnswer: false,
  samples: [],
  deduplicateBy: [],
  correlateBy: [],
  instructions: [],
  ...more,
});

const connector = (id: string, more: Partial<ConnectorManifest>): ConnectorManifest => ({
  id,
  label: id,
  section: 'apps',
  icon: '',
  triggers: [],
  steps: [],
  ...more,
});

const ticketId = { label: 'Ticket ID', sample: 4243 };
const agents = { control: 'lookup', lookup: { name: 'agents', needs: [] } } as const;

export const deskCatalogue: Catalogue = {
  connectors: [
    connector('desk', {
      triggers: [
        trigger('desk.tickets', {
          label: 'Tickets',
          connection: 'optional',
          outputs: { ticketId, summary: { label: 'Summary', sample: 'Disk full' } },
        }),
      ],
      steps: [
        step('desk.create', {
          label: 'Create Ticket',
          connection: 'required',
          inputs: {
            summary: field('Summary', { required: true }),
            agent: field('Agent', agents),
            origin: field('Origin'),
          },
          outputs: { ticketId, ticketUrl: { label: 'Ticket URL', sample: 'https://x' } },
        }),
        step('desk.update', {
          label: 'Update Ticket',
          connection: 'required',
          inputs: {
            ticketId: field('Ticket ID', { control: 'number', type: 'number', required: true }),
            summary: field('Summary', { canBeEmptied: true }),
            agent: field('Agent', agents),
          },
          outputs: { ticketId },
        }),
      ],
    }),
    connector('tools', {
      section: 'tools',
      triggers: [
        trigger('tools.webhook', {
          label: 'Webhook',
          canAnswer: true,
          outputs: { body: { label: 'Body', sample: {} } },
        }),
        trigger('tools.clock', { label: 'Clock', source: 'schedule' }),
      ],
      steps: [
        step('tools.condition', {
          label: 'Condition',
          outputs: { result: { label: 'Result', sample: true } },
          exits: {
            fixed: [
              { id: 'true', label: 'If true' },
              { id: 'false', label: 'If false' },
            ],
          },
        }),
        step('tools.stop', { label: 'Stop', exits: { fixed: [] } }),
        step('tools.merge', {
          label: 'Merge',
          inputs: { outputs: field('Outputs', { control: 'per-way', type: 'per-way' }) },
        }),
      ],
    }),
  ],
};

/** A step of a type; its name is the type's label unless another is given. */
export function stepOf(id: string, type: string, more: Partial<StepNode> = {}): StepNode {
  const labels = new Map(
    deskCatalogue.connectors.flatMap(({ steps }) => steps.map((each) => [each.type, each.label])),
  );
  return {
    id,
    kind: 'step',
    type,
    name: labels.get(type) ?? id,
    position: { x: 0, y: 0 },
    inputs: {},
    ...more,
  };
}

/** A trigger with usual settings. */
export function triggerOf(id: string, type: string, more: Partial<TriggerNode> = {}): TriggerNode {
  const settings = defaultTriggerSettings;
  return { id, kind: 'trigger', type, name: id, position: { x: 0, y: 0 }, settings, ...more };
}

/** A drawing whose edges are written `a>b`, or `a:exit>b`. */
export function drawingOf(nodes: FlowDrawing['nodes'], edges: readonly string[]): FlowDrawing {
  return {
    nodes,
    edges: edges.map((way, index) => {
      const [from = '', target = ''] = way.split('>');
      const [source = '', exit = 'next'] = from.split(':');
      return { id: `e${index}`, source, exit, target };
    }),
  };
}

/** A template of one pill. */
export function pillOf(nodeId: string, output: string): Template {
  return [{ pill: { nodeId, output } }];
}
