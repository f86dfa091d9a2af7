import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue, FieldManifest, StepManifest } from '../catalogue/catalogue.ts';
import { fileToDrawing } from './file-to-drawing.ts';
import {
  type FlowNode,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import type { FlowFile } from './flow-file.ts';
import { type ExportedFlow, type Surroundings, flowToFile } from './flow-to-file.ts';
import { readFlowFile, readFlowFileValue } from './read-flow-file.ts';
import { flowFileName, writeFlowFile } from './write-flow-file.ts';

test('exported and read again a flow is the same, whatever its inputs, pills and edges are', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      const file = flowToFile(flow, around);
      const { file: read, faults } = readFlowFile(writeFlowFile(file));
      expect(faults).toEqual([]);
      expect(read?.name).toBe(flow.name);
      const { id: _id, name: _name, ...drawing } = flow;
      expect(fileToDrawing(read as FlowFile, bindingsOf(file))).toEqual(drawing);
    }),
  );
});

test('the same flow makes the same bytes, whatever order its keys are in', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      const text = writeFlowFile(flowToFile(flow, around));
      expect(writeFlowFile(flowToFile(turned(flow) as ExportedFlow, around))).toBe(text);
      const { file } = readFlowFile(text);
      expect(file && writeFlowFile(file)).toBe(text);
      expect(text.endsWith('}\n')).toBe(true);
    }),
  );
});

test('a file is read by a person: short things on one line, keys in order, needs by name', () => {
  const node = step({
    connectionId: 'halo-id',
    inputs: { flowId: [{ text: 'flow-id' }], body: [{ text: 'Hello' }] },
  });
  expect(writeFlowFile(flowToFile(flowOf(trigger, node), around))).toBe(`{
  "format": "sluice-flow",
  "formatVersion": 1,
  "name": "Night desk",
  "connections": [{ "id": "connection-1", "type": "desk", "name": "Halo" }],
  "flows": [{ "id": "flow-1", "name": "Escalate" }],
  "nodes": [
    {
      "id": "t",
      "kind": "trigger",
      "type": "desk.trigger",
      "name": "Trigger",
      "position": { "x": 0, "y": 0 },
      "settings": {
        "authentication": "url",
        "deduplicate": { "windowSeconds": 86400 },
        "floodControl": { "correlateBy": [], "enabled": true, "periodSeconds": 60, "threshold": 4 }
      }
    },
    {
      "id": "s",
      "kind": "step",
      "type": "desk.send",
      "name": "Send",
      "position": { "x": 300, "y": 0 },
      "connection": "connection-1",
      "flows": { "flowId": "flow-1" },
      "inputs": { "body": [{ "text": "Hello" }] }
    }
  ],
  "edges": [{ "id": "e", "source": "t", "exit": "next", "target": "s" }]
}
`);
});

test('no id of the server is in a file: of connections, flows, users, or of what was deleted', () => {
  const settings = { ...defaultTriggerSettings, authenticatingUserId: 'user-id' };
  const gone = { connectionId: 'gone-id', inputs: { flowId: [{ text: 'gone-flow-id' }] } };
  const other = { id: 'b', connectionId: 'mail-id', inputs: { flowId: [{ text: 'own-id' }] } };
  const file = flowToFile(
    flowOf({ ...trigger, settings, connectionId: 'halo-id' }, step(gone), step(other)),
    around,
  );
  expect(writeFlowFile(file)).not.toMatch(/-id\b/);
  expect(file.connections).toEqual([
    { id: 'connection-1', type: 'desk' },
    { id: 'connection-2', type: 'desk', name: 'Halo' },
    { id: 'connection-3', type: 'mail', name: 'Mail' },
  ]);
  expect(file.flows).toEqual([{ id: 'flow-1' }, { id: 'flow-2', itself: true }]);
});

test('what is pinned comes from real runs, so it neither leaves in a file nor comes in one', () => {
  const pinned = { outputs: { body: 'of a customer' } };
  const file = flowToFile(flowOf({ ...trigger, pinned }, step({ pinned })), around);
  expect(writeFlowFile(file)).not.toMatch(/pinned|customer/);
  const [node] = file.nodes;
  expect(readFlowFileValue({ ...file, nodes: [{ ...node, pinned }] })).toMatchObject({
    faults: [{ kind: 'key-of-server' }],
  });
});

test('a flow that is chosen by a pill stays as it is', () => {
  const inputs = { flowId: [{ pill: { nodeId: 't', output: 'which' } }] };
  const file = flowToFile(flowOf(trigger, step({ inputs })), around);
  expect(file.flows).toEqual([]);
  expect(file.nodes[1]).toMatchObject({ inputs });
});

test('what stays open leaves its place empty', () => {
  const node = step({ connectionId: 'halo-id', inputs: { flowId: [{ text: 'flow-id' }] } });
  const file = flowToFile(flowOf(trigger, node), around);
  const [, read] = fileToDrawing(file, { connections: {}, flows: {} }).nodes;
  expect(read).toEqual(step());
});

test.each([
  ['Halo loop', 'Halo loop.sluice.json'],
  ['../../etc/passwd', 'etc passwd.sluice.json'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.sluice.json'],
  ['Grüße 你好 🚀', 'Grüße 你好 🚀.sluice.json'],
  ['\u202Egpj.exe', 'gpj.exe.sluice.json'],
  ['con', 'Flow con.sluice.json'],
  ['...', 'Flow.sluice.json'],
  ['x'.repeat(120), `${'x'.repeat(80)}.sluice.json`],
])('the flow “%s” is saved as %s', (name, fileName) => {
  expect(flowFileName({ name })).toBe(fileName);
});

const trigger: TriggerNode = {
  id: 't',
  kind: 'trigger',
  type: 'desk.trigger',
  name: 'Trigger',
  position: { x: 0, y: 0 },
  settings: defaultTriggerSettings,
};

function step(more: Partial<StepNode> = {}): StepNode {
  return {
    id: 's',
    kind: 'step',
    type: 'desk.send',
    name: 'Send',
    position: { x: 300, y: 0 },
    inputs: {},
    ...more,
  };
}

function flowOf(...nodes: readonly FlowNode[]): ExportedFlow {
  const edges = [{ id: 'e', source: 't', exit: 'next', target: nodes[1]?.id ?? '' }];
  return { id: 'own-id', name: 'Night desk', nodes, edges };
}

const flowField: FieldManifest = {
  control: 'flow',
  label: 'Flow',
  required: false,
  type: 'text',
  group: 'main',
};
const send = {
  type: 'desk.send',
  label: 'Send',
  summary: 'Sends.',
  outputs: {},
  connection: 'optional',
  inputs: { flowId: flowField },
  exits: { fixed: [] },
} satisfies StepManifest;

const catalogue: Catalogue = {
  connectors: [
    { id: 'desk', label: 'Desk', section: 'apps', icon: '', triggers: [], steps: [send] },
  ],
};

const around: Surroundings = {
  catalogue,
  connections: new Map([
    ['halo-id', { type: 'desk', name: 'Halo' }],
    ['mail-id', { type: 'mail', name: 'Mail' }],
  ]),
  flowNames: new Map([
    ['flow-id', 'Escalate'],
    ['own-id', 'Night desk'],
  ]),
};

/** Every need bound to what it was made from. */
function bindingsOf(file: FlowFile) {
  const idOf = (name?: string) =>
    name === 'Halo' ? 'halo-id' : name === 'Mail' ? 'mail-id' : 'gone-id';
  return {
    connections: Object.fromEntries(file.connections.map((need) => [need.id, idOf(need.name)])),
    flows: Object.fromEntries(
      file.flows.map((need) => [need.id, need.itself ? 'own-id' : 'flow-id']),
    ),
  };
}

const text = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll('\0', ''));
const template = fc.array(
  fc.oneof(
    fc.record({ text }),
    fc.record({
      pill: fc.record(
        {
          nodeId: fc.constantFrom('t', 's0', 'constants'),
          output: fc.constantFrom('summary', 'constructor', 'a b'),
          path: fc.array(fc.oneof(text, fc.nat()), { maxLength: 3 }),
        },
        { requiredKeys: ['nodeId', 'output'] },
      ),
    }),
  ),
  { maxLength: 4 },
);
const input = fc.oneof(
  template,
  fc.record({
    entries: fc.array(fc.record({ id: fc.constant('x'), name: template, value: template }), {
      maxLength: 2,
    }),
  }),
);
const steps = fc.array(
  fc.record(
    {
      connectionId: fc.constantFrom('halo-id', 'mail-id', 'gone-id'),
      disabled: fc.boolean(),
      inputs: fc.dictionary(fc.constantFrom('zeta', 'body', 'alpha', 'name'), input),
      flowId: fc.constantFrom('flow-id', 'own-id'),
      position: fc.record({ x: fc.integer({ min: -9e5, max: 9e5 }), y: fc.constant(0.5) }),
    },
    { requiredKeys: ['inputs', 'position'] },
  ),
  { maxLength: 4 },
);

const notes = fc.array(
  text.map((each) => ({ text: each, position: { x: 1, y: 2 }, width: 200, height: 80 })),
  { maxLength: 2 },
);

const flows = fc.tuple(steps, notes).map(([drawn, noted]): ExportedFlow => {
  const nodes = drawn.map(({ flowId, inputs, ...more }, index) =>
    step({
      ...more,
      id: `s${index}`,
      inputs: { ...inputs, ...(flowId && { flowId: [{ text: flowId }] }) },
    }),
  );
  const edges = nodes.map(({ id }, index) => ({
    id: `e${index}`,
    source: nodes[index - 1]?.id ?? 't',
    exit: index % 2 === 0 ? 'next' : 'error',
    target: id,
  }));
  return {
    id: 'own-id',
    name: 'Night desk',
    nodes: [trigger, ...nodes],
    edges,
    ...(noted.length > 0 && { notes: noted.map((each, index) => ({ id: `n${index}`, ...each })) }),
  };
});

/** The same value with the keys of each object in the other order. */
function turned(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}
