import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findProblems } from './find-problems.ts';
import {
  type FlowDrawing,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import { applyEdit } from '../flow/flow-edit.ts';
import { filledIn, problemOf } from './flow-problem.ts';
import { type ProblemKind, problemWords } from './problem-words.ts';
import { solutionsOf } from './solve-problem.ts';
import type { TemplatePart } from '../pills/template.ts';
import {
  connectorManifest,
  fieldManifest,
  stepManifest,
  triggerManifest,
} from '../testing/manifests.ts';

const trigger: TriggerNode = {
  id: 't',
  kind: 'trigger',
  type: 'test.trigger',
  name: 't',
  position: { x: 0, y: 0 },
  settings: defaultTriggerSettings,
};

const kinds = Object.keys(problemWords) as ProblemKind[];

test.each(kinds)('%s says what it is, what comes of it and what to do', (kind) => {
  const { message, consequence, remedy } = problemWords[kind];
  for (const sentence of [message, consequence]) expect(sentence).toMatch(/[.}]$/);
  expect(remedy.length).toBeGreaterThan(3);
  expect(new Set([message, consequence, remedy]).size).toBe(3);
});

test('what comes from a name is not filled in a second time', () => {
  expect(filledIn('“{a}” and {b}', { a: '{b}', b: 'B' })).toBe('“{b}” and B');
  expect(problemOf('nothing-leads', { node: '{node}' }).message).toBe('Nothing leads to “{node}”.');
});

test.each<[string, FlowDrawing, [kind: ProblemKind, solution: string]]>([
  [
    'connects a trigger to the step beside it',
    draw([trigger, step('a')]),
    ['nothing-follows', 'connect'],
  ],
  ['connects what lies before to a step', draw([trigger, step('a')]), ['nothing-leads', 'connect']],
  [
    'deletes an edge by an exit that is gone',
    draw([trigger, step('a'), step('b', 600)], ['t next a', 'a case-9 b']),
    ['exit-gone', 'delete-edges'],
  ],
  [
    'chooses the only connection',
    draw([trigger, step('a', 300, { type: 'test.call' })], ['t next a']),
    ['no-connection', 'choose-connection'],
  ],
  [
    'chooses the only connection in place of one that is gone',
    draw([trigger, step('a', 300, { type: 'test.call', connectionId: 'gone' })], ['t next a']),
    ['connection-gone', 'choose-connection'],
  ],
  [
    'chooses the only connection in place of a foreign one',
    draw([trigger, step('a', 300, { type: 'test.call', connectionId: 'other' })], ['t next a']),
    ['connection-foreign', 'choose-connection'],
  ],
  [
    'takes out pills of a deleted step',
    draw([trigger, uses([{ text: 'x' }, pill('gone', 'y')])], ['t next a']),
    ['pill-of-deleted', 'remove-pills'],
  ],
  [
    'takes out pills of an output that is not there',
    draw([trigger, uses([pill('t', 'nothing'), pill('t', 'who')])], ['t next a']),
    ['pill-without-output', 'remove-pills'],
  ],
  [
    'connects the step that a pill is from',
    draw([trigger, step('b', 200), uses([pill('b', 'id')])], ['t next b', 't next a']),
    ['pill-not-before', 'connect'],
  ],
  [
    'enables the step that a pill is from',
    draw(
      [trigger, step('b', 200, { disabled: true }), uses([pill('b', 'id')])],
      ['t next b', 'b next a'],
    ),
    ['pill-of-disabled', 'enable-node'],
  ],
  [
    'takes pills out of a trigger',
    draw([{ ...trigger, inputs: { times: [pill('x', 'y')] } }, step('a')], ['t next a']),
    ['pill-in-trigger', 'remove-pills'],
  ],
  [
    'removes lines without a name',
    draw(
      [
        trigger,
        step('a', 300, { inputs: { lines: { entries: [{ id: 'l', name: [], value: [] }] } } }),
      ],
      ['t next a'],
    ),
    ['line-nameless', 'remove-lines'],
  ],
  [
    'deletes what nobody knows',
    draw([trigger, step('a', 300, { type: 'x.y' })], ['t next a']),
    ['unknown-type', 'delete-node'],
  ],
])('one press %s, and the problem is gone', (_what, drawing, [kind, expected]) => {
  const problem = problems(drawing).find((each) => each.kind === kind);
  const [first] = solutions(drawing, kind);
  expect(problem).toBeDefined();
  expect(first?.solution).toBe(expected);
  const solved = first!.edits.reduce(applyEdit, { ...flow, ...drawing });
  expect(problems(solved)).not.toContainEqual(problem);
});

test('what is right stays when broken pills are taken out', () => {
  const drawing = draw(
    [trigger, uses([pill('t', 'nothing'), { text: 'x' }, pill('t', 'who')])],
    ['t next a'],
  );
  const [first] = solutions(drawing, 'pill-without-output');
  expect(first?.edits).toMatchObject([
    { node: { inputs: { to: [{ text: 'x' }, pill('t', 'who')] } } },
  ]);
});

test('nothing is offered where there is something to decide', () => {
  const call = draw([trigger, step('a', 300, { type: 'test.call' })], ['t next a']);
  const two = [...connections, { id: 'c2', type: 'test', name: 'Second' }];
  const problem = problems(call).find(({ kind }) => kind === 'no-connection')!;
  expect(solutionsOf(problem, { drawing: call, catalogue, connections: two })).toEqual([]);
  expect(solutions(draw([step('a')]), 'no-trigger')).toEqual([]);
});

test('no connection is offered that would make a circle or come from a taken exit', () => {
  const circle = draw([trigger, uses([pill('b', 'id')]), step('b', 600)], ['t next a', 'a next b']);
  expect(solutions(circle, 'pill-not-before')).toEqual([]);
  const taken = draw([trigger, step('b', 200), step('a', 100)], ['t next b']);
  expect(solutions(taken, 'nothing-leads').map(({ solution }) => solution)).toEqual([
    'delete-node',
  ]);
});

const send = {
  outputs: { id: { label: 'Id', sample: 1 } },
  inputs: {
    to: fieldManifest('To'),
    lines: fieldManifest('Lines', { control: 'entries', type: 'entries' }),
  },
};
const catalogue: Catalogue = {
  connectors: [
    connectorManifest('test', {
      connection: { label: 'Test', fields: {} },
      steps: [
        stepManifest('test.send', send),
        stepManifest('test.call', { ...send, connection: 'required' }),
      ],
      triggers: [
        triggerManifest('test.trigger', {
          outputs: { who: { label: 'Who', sample: 'Ada' } },
          inputs: { times: fieldManifest('Times') },
        }),
      ],
    }),
  ],
};
const connections = [
  { id: 'c', type: 'test', name: 'First' },
  { id: 'other', type: 'elsewhere', name: 'Foreign' },
];
const flow = { id: 'f', name: 'F', enabled: true, version: 1 };

function problems(drawing: FlowDrawing) {
  return findProblems(drawing, catalogue, connections);
}

function solutions(drawing: FlowDrawing, kind: ProblemKind) {
  const problem = problems(drawing).find((each) => each.kind === kind);
  return problem ? solutionsOf(problem, { drawing, catalogue, connections }) : [];
}

function draw(nodes: FlowDrawing['nodes'], ways: readonly string[] = []): FlowDrawing {
  const edges = ways.map((way, index) => {
    const [source = '', exit = '', target = ''] = way.split(' ');
    return { id: `e${index}`, source, exit, target };
  });
  return { nodes, edges };
}

function uses(to: TemplatePart[]): StepNode {
  return step('a', 300, { inputs: { to } });
}

function step(id: string, x = 300, rest: Partial<StepNode> = {}): StepNode {
  return {
    id,
    kind: 'step',
    type: 'test.send',
    name: id,
    position: { x, y: 0 },
    inputs: {},
    ...rest,
  };
}

function pill(nodeId: string, output: string): TemplatePart {
  return { pill: { nodeId, output } };
}
