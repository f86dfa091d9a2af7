import {
  type FlowDrawing,
  type FlowEdge,
  type InputValue,
  type Pill,
  type StepNode,
  type TemplatePart,
  type TriggerNode,
  type TriggerSettings,
  defaultTriggerSettings,
} from '@sluice/schema';

/** A step of a flow for a test: its type, and its inputs as text, pills or entries. */
export type DrawnStep = Pick<StepNode, 'id' | 'type'> &
  Partial<Omit<StepNode, 'kind' | 'inputs'>> & {
    readonly inputs: Readonly<Record<string, string | InputValue>>;
  };

export interface HaloFlow {
  /** For all its steps, and for the trigger with `trigger: {connectionId}`. */
  readonly connectionId?: string;
  readonly settings?: Partial<TriggerSettings>;
  readonly trigger?: Partial<TriggerNode>;
  /** One after another behind the trigger, unless `edges` says otherwise. */
  readonly steps?: readonly DrawnStep[];
  readonly edges?: readonly FlowEdge[];
}

/** Nothing is suppressed and nothing taken for a duplicate, unless a test asks for it. */
const openSettings: TriggerSettings = {
  ...defaultTriggerSettings,
  floodControl: { enabled: false, threshold: 4, periodSeconds: 60, correlateBy: [] },
  deduplicate: { by: [], windowSeconds: 86_400 },
};

/** Retries almost at once, so that a test of an outage takes no longer than the outage. */
export const quickRetry = { attempts: 100, firstDelaySeconds: 0.02, longestDelaySeconds: 0.05 };

/** For tests: a drawing of a HaloITSM Incidents trigger, called `trigger`, and steps. */
export function drawHaloFlow(flow: HaloFlow = {}): FlowDrawing {
  const { connectionId, settings, trigger, steps = [] } = flow;
  const edges = steps.map((step, index): FlowEdge => {
    const source = steps[index - 1]?.id ?? 'trigger';
    return { id: `edge-${index}`, source, exit: 'next', target: step.id };
  });
  return {
    nodes: [
      {
        id: 'trigger',
        kind: 'trigger',
        type: 'haloitsm.incidents',
        name: 'Incidents',
        position: { x: 0, y: 0 },
        settings: { ...openSettings, ...settings },
        ...trigger,
      },
      ...steps.map(({ inputs, ...step }, index): StepNode => ({
        kind: 'step',
        name: step.id,
        position: { x: 300 * (index + 1), y: 0 },
        retry: quickRetry,
        ...(connectionId !== undefined && step.type.startsWith('haloitsm.') && { connectionId }),
        ...step,
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [
            name,
            typeof value === 'string' ? [{ text: value }] : value,
          ]),
        ),
      })),
    ],
    edges: flow.edges ?? edges,
  };
}

/** A pill, as a part of an input. */
export function pill(
  nodeId: string,
  output: string,
  more: Omit<Pill, 'nodeId' | 'output'> = {},
): TemplatePart {
  return { pill: { nodeId, output, ...more } };
}

/** The step most tests need: a ticket in Halo with the summary of the signal. */
export function createTicket(more: Partial<DrawnStep> = {}): DrawnStep {
  return {
    id: 'create',
    type: 'haloitsm.create-ticket',
    ...more,
    inputs: { summary: [pill('trigger', 'summary')], ...more.inputs },
  };
}

/** What Halo posts when a ticket is logged, in the live envelope; `id` makes each delivery unique. */
export function ticketEvent(
  ticket: Readonly<Record<string, unknown>> = {},
  deliveryId = `delivery-${Math.random().toString(36).slice(2)}`,
): Record<string, unknown> {
  return {
    id: deliveryId,
    event: 'new ticket logged',
    object_id: ticket['id'] ?? 4243,
    ticket: { id: 4243, summary: 'Checkout is slow', agent_id: 27, tickettype_id: 1, ...ticket },
  };
}
