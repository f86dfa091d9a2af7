import { expect, test } from 'vitest';
import type { FieldManifest, StepManifest } from '../catalogue/catalogue.ts';
import { type FlowNode, defaultTriggerSettings } from '../flow/flow.ts';
import type { PillFormat } from '../pills/pill-format.ts';
import { readableInput } from './readable-input.ts';
import type { InputValue, Pill, TemplatePart } from '../pills/template.ts';

test('a pill reads as its step and its output, within the text around it', () => {
  expect(read([{ text: 'Re: ' }, pill('t', 'summary')])).toEqual(['Re: [Incidents › Summary]']);
});

test('a pill tells its deeper path and its formats', () => {
  const format: PillFormat[] = [{ name: 'truncate', length: 80 }, { name: 'upper' }];
  expect(read([{ pill: { nodeId: 't', output: 'summary', path: ['agents', 0], format } }])).toEqual(
    ['[Incidents › Summary › agents › 0 · TRUNCATE · UPPER]'],
  );
});

test('constants and deleted steps are named as well as can be', () => {
  expect(read([pill('constants', 'Desk'), pill('gone', 'x')])).toEqual([
    '[CONSTANTS › Desk][gone › x]',
  ]);
});

test('an empty input has no lines', () => {
  expect(read([])).toEqual([]);
  expect(read({ entries: [] })).toEqual([]);
});

test('an option reads as its label, and a pill or other text in its place as itself', () => {
  const field = of({ options: [{ value: 'p1', label: 'Urgent' }] });
  expect(read([{ text: 'p1' }], field)).toEqual(['Urgent']);
  expect(read([{ text: 'p9' }], field)).toEqual(['p9']);
});

test('entries read as a line each', () => {
  const entries = [
    { id: '1', name: [{ text: 'Team' }], value: [pill('t', 'summary')] },
    { id: '2', name: [{ text: 'Site' }], value: [] },
  ];
  expect(read({ entries })).toEqual(['Team = [Incidents › Summary]', 'Site = ']);
});

test('comparisons read in the words of their operators, and sets are numbered when there are some', () => {
  const field = of({
    operators: [
      { value: 'eq', label: 'is' },
      { value: 'blank', label: 'is blank', takesNothing: true },
    ],
  });
  const one = { id: '1', left: [pill('t', 'summary')], operator: 'eq', right: [{ text: 'x' }] };
  const two = { id: '2', left: [{ text: 'y' }], operator: 'blank', right: [] };
  expect(read({ sets: [{ id: 's', comparisons: [one] }] }, field)).toEqual([
    '[Incidents › Summary] is x',
  ]);
  const sets = [
    { id: 's', comparisons: [one] },
    { id: 'r', comparisons: [two] },
  ];
  expect(read({ sets }, field)).toEqual(['1. [Incidents › Summary] is x', '2. y is blank ']);
});

test('values per way name the way', () => {
  const values = [
    { source: 't', exit: 'next', value: [{ text: 'a' }] },
    { source: 'c', exit: 'case', value: [{ text: 'b' }] },
  ];
  expect(read({ perWay: [{ id: 'l', name: [{ text: 'Who' }], values }] })).toEqual([
    'Who ← Incidents = a',
    'Who ← Choose › High = b',
  ]);
});

const nodes: FlowNode[] = [
  {
    id: 't',
    kind: 'trigger',
    type: 'test.start',
    name: 'Incidents',
    position: { x: 0, y: 0 },
    settings: defaultTriggerSettings,
  },
  {
    id: 'c',
    kind: 'step',
    type: 'test.choose',
    name: 'Choose',
    position: { x: 0, y: 0 },
    inputs: { cases: { entries: [{ id: 'case', name: [{ text: 'High' }], value: [] }] } },
  },
];

const choose: StepManifest = {
  type: 'test.choose',
  label: 'Choose',
  summary: '',
  outputs: {},
  connection: 'none',
  inputs: {},
  exits: { fixed: [], perEntryOf: 'cases' },
};

function read(value: InputValue, field?: FieldManifest): readonly string[] {
  const outputs = { summary: { label: 'Summary', sample: '' } };
  const start = { ...choose, type: 'test.start', outputs } as never;
  const lines = readableInput(value, field, {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    manifests: {
      triggers: new Map([['test.start', start]]),
      steps: new Map([['test.choose', choose]]),
      connectors: new Map(),
    },
    words: { constants: 'CONSTANTS', format: ({ name }) => name.toUpperCase() },
  });
  return lines.map((line) => line.map(({ text, pill }) => (pill ? `[${text}]` : text)).join(''));
}

function of(part: Partial<FieldManifest>): FieldManifest {
  return { control: 'select', label: '', required: false, type: 'text', group: 'main', ...part };
}

function pill(nodeId: Pill['nodeId'], output: string): TemplatePart {
  return { pill: { nodeId, output } };
}
