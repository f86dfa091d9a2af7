import type { Catalogue, FieldManifest, FlowDrawing, FlowNode, InputValue } from '@sluice/schema';
import { defaultFloodControl, nextExit } from '@sluice/schema';

/** Inputs that any step of the test catalogue takes. */
const fields: Record<string, FieldManifest> = {
  summary: { control: 'text', type: 'text', label: 'Summary', required: false, group: 'main' },
  note: { control: 'html', type: 'text', label: 'Note', required: false, group: 'main' },
  id: { control: 'number', type: 'number', label: 'ID', required: false, group: 'main' },
};

/** A catalogue with one trigger and one step, for drawings made by `draw`. */
export const testCatalogue: Catalogue = {
  connectors: [
    {
      id: 'test',
      label: 'Test',
      section: 'tools',
      icon: '',
      triggers: [
        {
          type: 'test.trigger',
          label: 'Trigger',
          summary: '',
          outputs: {},
          connection: 'none',
          source: 'http',
          inputs: {},
          canAnswer: false,
          samples: [],
          deduplicateBy: [],
          correlateBy: [],
          instructions: [],
        },
      ],
      steps: [
        {
          type: 'test.step',
          label: 'Step',
          summary: '',
          outputs: {},
          connection: 'none',
          inputs: fields,
          exits: { fixed: [nextExit] },
        },
        {
          type: 'test.choice',
          label: 'Choice',
          summary: '',
          outputs: {},
          connection: 'none',
          inputs: {},
          exits: {
            fixed: [
              { id: 'yes', label: 'Yes' },
              { id: 'no', label: 'No' },
            ],
          },
        },
      ],
    },
  ],
};

/**
 * Draws a flow from a line such as `alert > create, create:error > notify`; the first name is the
 * trigger, and a name behind a colon is an exit.
 */
export function draw(
  line: string,
  inputs: Record<string, Record<string, InputValue>> = {},
): FlowDrawing {
  const edges = line.split(', ').map((pair, index) => {
    const [from = '', target = ''] = pair.split(' > ');
    const [source = '', exit = 'next'] = from.split(':');
    return { id: `e${index}`, source, exit, target };
  });
  const names = [...new Set(edges.flatMap((edge) => [edge.source, edge.target]))];
  return { nodes: names.map((id, index) => nodeOf(id, index, inputs[id] ?? {})), edges };
}

function nodeOf(id: string, index: number, inputs: Record<string, InputValue>): FlowNode {
  const base = { id, name: id, position: { x: 0, y: 0 } };
  if (index > 0) return { ...base, kind: 'step', type: 'test.step', inputs };
  const settings = {
    authentication: 'url',
    floodControl: defaultFloodControl,
    deduplicate: { by: [], windowSeconds: 1 },
  } as const;
  return { ...base, kind: 'trigger', type: 'test.trigger', settings };
}
