import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findProblems } from '../problems/find-problems.ts';
import { type FlowNode, type StepNode, defaultTriggerSettings } from '../flow/flow.ts';
import { flowDrawingSchema } from '../flow/flow-document.ts';
import { outputsOffered } from './outputs-offered.ts';
import type { PerWayLine, Template } from './template.ts';
import {
  connectorManifest,
  fieldManifest,
  stepManifest,
  triggerManifest,
} from '../testing/manifests.ts';

const text = (words: string): Template => [{ text: words }];

const merge = stepManifest('x.merge', {
  inputs: { outputs: fieldManifest('Outputs', { control: 'per-way', type: 'per-way' }) },
  outputs: { values: { label: 'Values', sample: {} } },
  outputPerEntryOf: 'outputs',
});
const catalogue: Catalogue = {
  connectors: [
    connectorManifest('x', {
      section: 'tools',
      steps: [merge],
      triggers: [
        triggerManifest('x.start', {
          inputs: { times: fieldManifest('Times', { required: true }) },
        }),
      ],
    }),
  ],
};
const trigger: FlowNode = {
  id: 't',
  kind: 'trigger',
  type: 'x.start',
  name: 't',
  position: { x: 0, y: 0 },
  settings: defaultTriggerSettings,
  inputs: { times: text('now') },
};
const step = (id: string, perWay: readonly PerWayLine[] = []): StepNode => ({
  id,
  kind: 'step',
  type: 'x.merge',
  name: id,
  position: { x: 0, y: 0 },
  inputs: { outputs: { perWay } },
});
const line = (values: PerWayLine['values']): PerWayLine => ({
  id: 'o1',
  name: text('Ticket'),
  values,
});
const edges = [
  ['t', 'a'],
  ['t', 'b'],
  ['a', 'm'],
  ['b', 'm'],
  ['m', 'z'],
].map(([source = '', target = '']) => ({
  id: `${source}-${target}`,
  source,
  exit: 'next',
  target,
}));
const both = [
  { source: 'a', exit: 'next', value: text('1') },
  { source: 'b', exit: 'next', value: text('2') },
];
const messages = (nodes: readonly FlowNode[]) =>
  findProblems({ nodes, edges }, catalogue).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

test('each named line is an output, known by its id and called by its name', () => {
  const offered = outputsOffered(
    step('m', [line(both), { ...line(both), id: 'o2', name: [] }]),
    merge,
  );
  expect(offered).toMatchObject([
    { name: 'values', label: 'Values' },
    { name: 'o1', label: 'Ticket', sample: '1' },
  ]);
});

test('a line cannot take the place of a declared output', () => {
  const offered = outputsOffered(step('m', [{ ...line(both), id: 'values' }]), merge);
  expect(offered).toMatchObject([{ name: 'values', label: 'Values' }]);
  expect(offered).toHaveLength(1);
});

test('a pill of a line is offered until the line is gone', () => {
  const uses = (output: string) =>
    step('z', [
      {
        ...line([{ source: 'm', exit: 'next', value: [{ pill: { nodeId: 'm', output } }] }]),
        id: 'o3',
      },
    ]);
  const nodes = [trigger, step('a'), step('b'), step('m', [line(both)])];
  expect(messages([...nodes, uses('o1')])).toEqual([]);
  expect(messages([...nodes, uses('o9')])).toEqual([
    'error: Outputs of “z” uses an output that “m” does not have.',
  ]);
});

test('a way in without a value is a warning, and its value is kept while the way is not drawn', () => {
  const nodes = [trigger, step('a'), step('b'), step('m', [line(both.slice(0, 1))]), step('z')];
  expect(messages(nodes)).toEqual(['warning: “Ticket” of “m” has no value for the way from “b”.']);
  const kept = flowDrawingSchema.parse({
    nodes: [trigger, step('a'), step('m', [line(both)])],
    edges: [],
  });
  expect(kept.nodes.at(-1)).toEqual(step('m', [line(both)]));
});

test('more than ten ways in are too many', () => {
  const many = Array.from({ length: 11 }, (_, index) => step(`s${index}`));
  const into = many.flatMap(({ id }) => [
    { id: `t-${id}`, source: 't', exit: 'next', target: id },
    { id: `${id}-m`, source: id, exit: 'next', target: 'm' },
  ]);
  const found = findProblems({ nodes: [trigger, ...many, step('m')], edges: into }, catalogue);
  expect(found).toMatchObject([{ severity: 'error', nodeId: 'm', input: 'outputs' }]);
});

test('a trigger must be given what it needs, and takes no pills', () => {
  const nodes = [step('a'), step('b'), step('m'), step('z')];
  const { inputs: _none, ...bare } = trigger as typeof trigger & { inputs: object };
  expect(messages([bare as FlowNode, ...nodes])).toEqual(['error: “t” needs Times.']);
  const pill = { pill: { nodeId: 'constants', output: 'when' } };
  expect(messages([{ ...trigger, inputs: { times: [pill] } } as FlowNode, ...nodes])).toEqual([
    'error: Times of “t” holds a pill, and nothing comes before a trigger.',
  ]);
});
