/** A step of a measured flow. */
export interface BenchStep {
  readonly id: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly connectionId?: string;
  readonly retry?: object;
}

/** Flood control off and duplicates known by delivery id, so that every signal is a run. */
const openSettings = {
  authentication: 'url',
  floodControl: { enabled: false, threshold: 4, periodSeconds: 60, correlateBy: [] },
  deduplicate: { by: ['deliveryId'], windowSeconds: 86_400 },
};

/** A HaloITSM trigger called `trigger` and steps one after another behind it. */
export function drawFlow(name: string, steps: readonly BenchStep[], settings: object = {}) {
  const position = { x: 0, y: 0 };
  return {
    name,
    nodes: [
      {
        id: 'trigger',
        kind: 'trigger',
        type: 'haloitsm.incidents',
        name: 'Incidents',
        position,
        settings: { ...openSettings, ...settings },
      },
      ...steps.map((step, index) => ({
        kind: 'step',
        name: step.id,
        position: { x: 300 * (index + 1), y: 0 },
        ...step,
      })),
    ],
    edges: steps.map((step, index) => ({
      id: `edge-${index}`,
      source: steps[index - 1]?.id ?? 'trigger',
      exit: 'next',
      target: step.id,
    })),
  };
}

/** The measured workload: two HTTP calls in sequence, the second with what the first answered. */
export function twoRequests(url: string): BenchStep[] {
  const method = [{ text: 'POST' }];
  return [
    {
      id: 'first',
      type: 'http.send-request',
      inputs: {
        method,
        url: [{ text: `${url}/first` }],
        json: [{ text: '{"summary":' }, pill('trigger', 'summary'), { text: '}' }],
      },
    },
    {
      id: 'second',
      type: 'http.send-request',
      inputs: {
        method,
        url: [{ text: `${url}/second` }],
        json: [
          { text: '{"id":' },
          { pill: { nodeId: 'first', output: 'body', path: ['id'] } },
          { text: ',"note":' },
          pill('trigger', 'summary'),
          { text: '}' },
        ],
      },
    },
  ];
}

/** The same with Halo’s steps: a ticket, and an action on it. */
export function ticketAndAction(connectionId: string): BenchStep[] {
  return [
    {
      id: 'create',
      type: 'haloitsm.create-ticket',
      connectionId,
      inputs: { summary: [pill('trigger', 'summary')] },
    },
    {
      id: 'note',
      type: 'haloitsm.add-action',
      connectionId,
      inputs: {
        ticketId: [pill('create', 'ticketId')],
        outcome: [{ text: '7' }],
        note: [pill('trigger', 'summary')],
      },
    },
  ];
}

/** An output of an earlier node, in an input. */
export function pill(nodeId: string, output: string): object {
  return { pill: { nodeId, output } };
}
