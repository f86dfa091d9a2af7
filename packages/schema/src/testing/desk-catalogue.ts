import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  type FlowDrawing,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import type { Template } from '../pills/template.ts';
import { connectorManifest, fieldManifest, stepManifest, triggerManifest } from './manifests.ts';

const ticketId = { label: 'Ticket ID', sample: 4243 };
const agents = { control: 'lookup', lookup: { name: 'agents', needs: [] } } as const;

/** A desk with tickets, and tools: enough kinds of steps to be replaced by one another. */
export const deskCatalogue: Catalogue = {
  connectors: [
    connectorManifest('desk', {
      triggers: [
        triggerManifest('desk.tickets', {
          label: 'Tickets',
          connection: 'optional',
          outputs: { ticketId, summary: { label: 'Summary', sample: 'Disk full' } },
        }),
      ],
      steps: [
        stepManifest('desk.create', {
          label: 'Create Ticket',
          connection: 'required',
          inputs: {
            summary: fieldManifest('Summary', { required: true }),
            agent: fieldManifest('Agent', agents),
            origin: fieldManifest('Origin'),
          },
          outputs: { ticketId, ticketUrl: { label: 'Ticket URL', sample: 'https://x' } },
        }),
        stepManifest('desk.update', {
          label: 'Update Ticket',
          connection: 'required',
          inputs: {
            ticketId: fieldManifest('Ticket ID', {
              control: 'number',
              type: 'number',
              required: true,
            }),
            summary: fieldManifest('Summary', { canBeEmptied: true }),
            agent: fieldManifest('Agent', agents),
          },
          outputs: { ticketId },
        }),
      ],
    }),
    connectorManifest('tools', {
      section: 'tools',
      triggers: [
        triggerManifest('tools.webhook', {
          label: 'Webhook',
          canAnswer: true,
          outputs: { body: { label: 'Body', sample: {} } },
        }),
        triggerManifest('tools.clock', { label: 'Clock', source: 'schedule' }),
      ],
      steps: [
        stepManifest('tools.condition', {
          label: 'Condition',
          outputs: { result: { label: 'Result', sample: true } },
          exits: {
            fixed: [
              { id: 'true', label: 'If true' },
              { id: 'false', label: 'If false' },
            ],
          },
        }),
        stepManifest('tools.stop', { label: 'Stop', exits: { fixed: [] } }),
        stepManifest('tools.merge', {
          label: 'Merge',
          inputs: { outputs: fieldManifest('Outputs', { control: 'per-way', type: 'per-way' }) },
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
