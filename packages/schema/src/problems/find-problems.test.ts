import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { exitsOf } from '../flow/exits-of.ts';
import { findProblems } from './find-problems.ts';
import { isBlank } from '../pills/is-blank.ts';
import {
  type FlowDrawing,
  type FlowEdge,
  type FlowNode,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import type { Template } from '../pills/template.ts';
import { upstreamOf } from '../flow/upstream.ts';
import {
  connectorManifest,
  fieldManifest,
  stepManifest,
  triggerManifest,
} from '../testing/manifests.ts';

test('a flow that can run has no problems', () => {
  expect(messages(drawing([trigger, send()], ['t>a']))).toEqual([]);
});

test('a flow needs a trigger', () => {
  expect(messages(drawing([send()], []))).toEqual([
    'error: The flow has no trigger.',
    'warning: Nothing leads to “a”.',
  ]);
});

test('a trigger that nothing follows is a warning; one left by an exit it lacks an error', () => {
  expect(messages(drawing([trigger], []))).toEqual(['warning: Nothing follows “t”.']);
  const edges = [{ id: 'e', source: 't', exit: 'error', target: 'a' }];
  expect(messages({ nodes: [trigger, send()], edges })).toEqual(['error: Nothing follows “t”.']);
});

test('an input that is needed must hold something', () => {
  for (const inputs of [{}, { to: [] }, { to: [{ text: '  ' }] }]) {
    const found = findProblems(drawing([trigger, send({ inputs })], ['t>a']), catalogue);
    expect(found).toMatchObject([{ severity: 'error', nodeId: 'a', input: 'to' }]);
  }
  expect(messages(drawing([trigger, send({ inputs: { to: pill('t', 'who') } })], ['t>a']))).toEqual(
    [],
  );
});

test('a connection that is needed must be chosen', () => {
  const { connectionId: _gone, ...without } = send();
  expect(messages(drawing([trigger, without], ['t>a']))).toEqual(['error: “a” has no connection.']);
});

test.each<[string, Template, RegExp]>([
  ['a deleted step', pill('gone', 'x'), /uses a step that was deleted/],
  ['a step that comes later', pill('b', 'id'), /uses “b”, which does not come before it/],
  ['itself', pill('a', 'id'), /does not come before it/],
  ['an output that is not there', pill('t', 'nothing'), /an output that “t” does not have/],
])('a pill of %s is an error', (_what, to, message) => {
  const nodes = [trigger, send({ inputs: { to } }), send({ id: 'b', name: 'b' })];
  expect(messages(drawing(nodes, ['t>a', 'a>b'])).join()).toMatch(message);
});

test('pills of constants, picked outputs and failures are known', () => {
  const picked = [{ name: 'deep', label: 'Deep', path: ['x'] }];
  const nodes = [
    { ...trigger, picked },
    send({ inputs: { to: [...pill('t', 'deep'), ...pill('constants', 'Desk')] } }),
    send({ id: 'b', inputs: { to: pill('a', 'message') } }),
  ];
  expect(messages(drawing(nodes, ['t>a', 'a>b']))).toEqual([]);
});

test('an edge by an exit that is no longer there is an error', () => {
  const edges = [
    ...drawing([], ['t>a']).edges,
    { id: 'x', source: 'a', exit: 'case-9', target: 'b' },
  ];
  const flow = { nodes: [trigger, choose(['case-1']), send({ id: 'b' })], edges };
  expect(messages(flow)).toEqual(['error: “a” no longer has the exit that an edge leaves by.']);
});

test('a type that this server does not have is an error, unless the node is disabled', () => {
  const unknown = send({ type: 'future.step' });
  expect(messages(drawing([trigger, unknown], ['t>a']))[0]).toContain('future.step');
  expect(messages(drawing([trigger, { ...unknown, disabled: true }], ['t>a']))).toEqual([]);
});

test('what only a closed exit of a disabled step leads to never runs, and that is said', () => {
  const which = { ...choose(['case-1']), id: 'w', name: 'Which', disabled: true };
  const flow = (exit: string): FlowDrawing => ({
    nodes: [trigger, which, send()],
    edges: [
      { id: 'e1', source: 't', exit: 'next', target: 'w' },
      { id: 'e2', source: 'w', exit, target: 'a' },
    ],
  });
  expect(messages(flow('otherwise'))).toEqual([]);
  expect(messages(flow('case-1'))).toEqual([
    'warning: “a” is only reached past “Which”, which is disabled.',
  ]);
});

test('a pill of a disabled step is worth a look', () => {
  const off = { ...send({ id: 'off', name: 'Off' }), disabled: true };
  const user = send({ inputs: { to: pill('off', 'code') } });
  expect(messages(drawing([trigger, off, user], ['t>off', 'off>a']))).toEqual([
    'warning: To of “a” uses “Off”, which is disabled.',
  ]);
});

test('each line of a Switch is an exit, then the fixed ones, then the error', () => {
  expect(exitsOf(choose(['case-1', 'case-2']), choosing)).toEqual([
    { id: 'case-1', label: 'Case case-1' },
    { id: 'case-2', label: 'Case case-2' },
    { id: 'otherwise', label: 'Otherwise' },
    { id: 'error', label: 'Error' },
  ]);
  const nameless = { entries: [{ id: 'x', name: [], value: [] }] };
  expect(exitsOf({ ...choose([]), inputs: { cases: nameless } }, choosing)[0]?.label).toBe('Case');
  expect(exitsOf(choose([]), choosing).map(({ id }) => id)).toEqual(['otherwise', 'error']);
});

test('a trigger has one exit, and a step nobody knows has the usual ones', () => {
  expect(exitsOf(trigger, undefined).map(({ id }) => id)).toEqual(['next']);
  expect(exitsOf(send(), undefined).map(({ id }) => id)).toEqual(['next', 'error']);
});

test('upstream is all that leads to a step, nearest first, however often the ways part and meet', () => {
  const flow = drawing([], ['t>a', 't>b', 'a>c', 'b>c', 'c>d', 'x>y']);
  expect(upstreamOf(flow, 'd')).toEqual(['c', 'a', 'b', 't']);
  expect(upstreamOf(flow, 't')).toEqual([]);
});

test('blank is what holds neither text nor a pill', () => {
  expect([undefined, [], [{ text: ' \n' }], { entries: [] }].every(isBlank)).toBe(true);
  expect(isBlank([{ text: ' ' }, ...pill('t', 'who')])).toBe(false);
});

const outputs = { id: { label: 'Id', sample: 1 } };
const choosing = stepManifest('test.choose', {
  outputs,
  exits: { fixed: [{ id: 'otherwise', label: 'Otherwise' }], perEntryOf: 'cases' },
});
const catalogue: Catalogue = {
  connectors: [
    connectorManifest('test', {
      steps: [
        stepManifest('test.send', {
          outputs,
          connection: 'required',
          inputs: { to: fieldManifest('To', { required: true }) },
        }),
        choosing,
      ],
      triggers: [
        triggerManifest('test.trigger', { outputs: { who: { label: 'Who', sample: 'Ada' } } }),
      ],
    }),
  ],
};
const trigger: TriggerNode = {
  id: 't',
  kind: 'trigger',
  type: 'test.trigger',
  name: 't',
  position: { x: 0, y: 0 },
  settings: defaultTriggerSettings,
};

function send(changes: Partial<StepNode> = {}): StepNode {
  return {
    id: 'a',
    kind: 'step',
    type: 'test.send',
    name: changes.id ?? 'a',
    position: { x: 0, y: 0 },
    connectionId: 'c',
    inputs: { to: [{ text: 'Ada' }] },
    ...changes,
  };
}

function choose(cases: readonly string[]): StepNode {
  const entries = cases.map((id) => ({ id, name: [{ text: `Case ${id}` }], value: [] }));
  return send({ type: 'test.choose', inputs: { cases: { entries } } });
}

function pill(nodeId: string, output: string): Template {
  return [{ pill: { nodeId, output } }];
}

function drawing(nodes: readonly FlowNode[], ways: readonly string[]): FlowDrawing {
  const edges = ways.map((way): FlowEdge => {
    const [source = '', target = ''] = way.split('>');
    return { id: way, source, exit: 'next', target };
  });
  return { nodes, edges };
}

function messages(flow: FlowDrawing): readonly string[] {
  return findProblems(flow, catalogue).map(({ severity, message }) => `${severity}: ${message}`);
}
