import { expect, test } from 'vitest';
import { summarizeChanges } from './change-summary.ts';
import { compareFlows, doSame, isSameDrawing } from './compare-flows.ts';
import {
  type FlowDrawing,
  type FlowEdge,
  type FlowNode,
  type StepNode,
  type TriggerNode,
  defaultRetry,
  defaultTriggerSettings,
} from '../flow/flow.ts';

test('two equal drawings do not differ', () => {
  expect(compareFlows(small, structuredClone(small))).toEqual({ nodes: [], edges: [], notes: [] });
  expect(doSame(compareFlows(small, small))).toBe(true);
});

test('the order of nodes, edges and keys makes no difference', () => {
  const turned = {
    edges: small.edges.toReversed().map((edge, index) => ({ ...turnKeys(edge), id: `x${index}` })),
    nodes: small.nodes.toReversed().map(turnKeys),
  };
  expect(compareFlows(small, turned)).toEqual({ nodes: [], edges: [], notes: [] });
});

test('what is found is told from left to right, however it is stored', () => {
  const after = drawing([step('c', { x: 900 }), step('b', { x: 500 }), step('a', { x: 100 })], []);
  const found = compareFlows(drawing([], []), after);
  expect(found.nodes.map(({ node }) => node.id)).toEqual(['a', 'b', 'c']);
  const mixed = compareFlows(drawing([], []), { ...after, nodes: after.nodes.toReversed() });
  expect(mixed).toEqual(found);
});

test('tells added, removed, changed and moved nodes apart', () => {
  const after = drawing(
    [
      trigger(),
      step('a', { name: 'Renamed', y: 80 }),
      step('c', { x: 700 }),
      step('d', { x: 999 }),
    ],
    [],
  );
  const before = drawing([trigger(), step('a'), step('b', { x: 600 }), step('c', { x: 1 })], []);
  before.nodes.push(step('d', { x: 999 }));
  expect(compareFlows(before, after).nodes).toMatchObject([
    {
      change: 'changed',
      node: { id: 'a' },
      moved: true,
      fields: [{ field: 'name', before: 'a', after: 'Renamed' }],
    },
    { change: 'removed', node: { id: 'b' } },
    { change: 'moved', before: { position: { x: 1 } }, node: { id: 'c' }, fields: [] },
  ]);
});

test('a drawing in which nodes only stand elsewhere does the same', () => {
  const moved = drawing(
    [trigger(), step('a', { x: 5 }), step('b', { x: 600 })],
    ways('t>a', 'a>b'),
  );
  expect(doSame(compareFlows(small, moved))).toBe(true);
  expect(doSame(compareFlows(small, drawing(moved.nodes, ways('t>a'))))).toBe(false);
});

test('an edge is known by what it joins, not by its id', () => {
  const after = drawing(small.nodes, [
    { id: 'other', source: 't', exit: 'next', target: 'a' },
    { id: 'e2', source: 'a', exit: 'error', target: 'b' },
  ]);
  expect(compareFlows(small, after).edges).toMatchObject([
    { change: 'added', edge: { source: 'a', exit: 'error', target: 'b' } },
    { change: 'removed', edge: { source: 'a', exit: 'next', target: 'b' } },
  ]);
});

test('names each input that differs, with what it held', () => {
  const pill = { pill: { nodeId: 't', output: 'summary' } };
  const before = step('a', { inputs: { to: [{ text: 'Ann' }], gone: [{ text: '1' }], same: [] } });
  const after = step('a', { inputs: { same: [], to: [{ text: 'Re: ' }, pill], empty: [] } });
  expect(fields(before, after)).toEqual([
    { field: 'inputs.empty', before: undefined, after: [] },
    { field: 'inputs.gone', before: [{ text: '1' }], after: undefined },
    { field: 'inputs.to', before: [{ text: 'Ann' }], after: [{ text: 'Re: ' }, pill] },
  ]);
});

test('text in pieces says the same as text in one', () => {
  const pieces = step('a', { inputs: { to: [{ text: 'A' }, { text: '' }, { text: 'nn' }] } });
  expect(fields(step('a', { inputs: { to: [{ text: 'Ann' }] } }), pieces)).toEqual([]);
});

test('a pill with another format or a deeper path is another value', () => {
  const of = (pill: object) =>
    step('a', { inputs: { to: [{ pill: { nodeId: 't', output: 'x', ...pill } }] } });
  expect(fields(of({}), of({ format: [{ name: 'upper' }] }))).toHaveLength(1);
  expect(fields(of({ path: ['a'] }), of({ path: ['b'] }))).toHaveLength(1);
});

test('values that are given per way are the same in whatever order the ways stand', () => {
  const line = (values: object[]) =>
    ({ perWay: [{ id: 'l', name: [{ text: 'Who' }], values }] }) as never;
  const [a, b] = ['a', 'b'].map((source) => ({ source, exit: 'next', value: [{ text: source }] }));
  const empty = { source: 'c', exit: 'next', value: [] };
  const before = step('m', { inputs: { lines: line([a!, b!]) } });
  expect(fields(before, step('m', { inputs: { lines: line([b!, empty, a!]) } }))).toEqual([]);
  expect(fields(before, step('m', { inputs: { lines: line([b!]) } }))).toHaveLength(1);
});

test('what is left to the default is the same as the default', () => {
  const spelt: StepNode = {
    ...step('a'),
    retry: defaultRetry,
    timeoutSeconds: 60,
    disabled: false,
  };
  expect(fields(step('a'), spelt)).toEqual([]);
  expect(fields(step('a'), { ...spelt, retry: { ...defaultRetry, attempts: 2 } })).toEqual([
    { field: 'retry.attempts', before: 6, after: 2 },
  ]);
});

test('each setting of a trigger is a field of its own', () => {
  const after = trigger({
    settings: {
      ...defaultTriggerSettings,
      authentication: 'basic',
      floodControl: { ...defaultTriggerSettings.floodControl, threshold: 9 },
      deduplicate: { by: ['id'], windowSeconds: 60 },
      runsAtOnce: 3,
    },
    disabled: true,
  });
  expect(fields(trigger(), after)).toEqual([
    { field: 'disabled', before: undefined, after: true },
    { field: 'settings.authentication', before: 'url', after: 'basic' },
    { field: 'settings.deduplicate.by', before: undefined, after: ['id'] },
    { field: 'settings.deduplicate.windowSeconds', before: 86_400, after: 60 },
    { field: 'settings.floodControl.threshold', before: 4, after: 9 },
    { field: 'settings.runsAtOnce', before: undefined, after: 3 },
  ]);
});

test('outputs to correlate by are a set, and so are picked outputs', () => {
  const by = (correlateBy: string[], ...picked: string[]) =>
    trigger({
      settings: {
        ...defaultTriggerSettings,
        floodControl: { ...defaultTriggerSettings.floodControl, correlateBy },
      },
      picked: picked.map((name) => ({ name, label: name, path: [name] })),
    });
  expect(fields(by(['a', 'b'], 'x', 'y'), by(['b', 'a'], 'y', 'x'))).toEqual([]);
  expect(fields(by(['a', 'b'], 'x'), by(['a'], 'y')).map(({ field }) => field)).toEqual([
    'picked',
    'settings.floodControl.correlateBy',
  ]);
});

test('what is pinned is one field', () => {
  const pinned = { outputs: { deep: { er: 1 } } } as never;
  expect(fields(step('a'), { ...step('a'), pinned }).map(({ field }) => field)).toEqual(['pinned']);
});

test('a node that became one of another type, or got another connection, has changed', () => {
  const after = { ...step('a'), type: 'test.other', connectionId: 'c2' };
  expect(fields({ ...step('a'), connectionId: 'c1' }, after)).toEqual([
    { field: 'type', before: 'test.step', after: 'test.other' },
    { field: 'connectionId', before: 'c1', after: 'c2' },
  ]);
});

test('notes are compared by what they say, and do nothing', () => {
  const note = (id: string, rest: object = {}) => ({
    id,
    text: id,
    position: { x: 0, y: 0 },
    width: 200,
    height: 80,
    ...rest,
  });
  const found = compareFlows(
    { ...small, notes: [note('a'), note('b'), note('c'), note('d')] },
    {
      ...small,
      notes: [note('e'), note('d'), note('c', { width: 300 }), note('b', { text: 'new' })],
    },
  );
  expect(found.notes.map(({ change, note: { id } }) => `${change} ${id}`)).toEqual([
    'removed a',
    'changed b',
    'moved c',
    'added e',
  ]);
  expect(doSame(found)).toBe(true);
  expect(isSameDrawing(found)).toBe(false);
  expect(summarizeChanges(found).notes).toBe(3);
});

test('a thousand nodes are compared with what became of them without missing one', () => {
  const many = Array.from({ length: 1000 }, (_, index) => step(`s${index}`, { x: index }));
  const after = many.map((node, index) => (index % 2 ? node : { ...node, name: `${index}!` }));
  expect(compareFlows(drawing(many, []), drawing(after.slice(1), [])).nodes).toHaveLength(500);
});

test('a summary names the first few and counts the rest', () => {
  const after = drawing([trigger({ name: 'T2' }), ...'cdef'.split('').map((id) => step(id))], []);
  expect(summarizeChanges(compareFlows(small, after))).toEqual({
    added: { names: ['c', 'd', 'e'], count: 4 },
    removed: { names: ['a', 'b'], count: 2 },
    changed: { names: ['T2'], count: 1 },
    moved: 0,
    edgesAdded: 0,
    edgesRemoved: 2,
    notes: 0,
  });
});

const small = drawing([trigger(), step('a'), step('b', { x: 600 })], ways('t>a', 'a>b'));

function fields(before: FlowNode, after: FlowNode) {
  const [change] = compareFlows(drawing([before], []), drawing([after], [])).nodes;
  return change && 'fields' in change ? change.fields : [];
}

function drawing(nodes: readonly FlowNode[], edges: readonly FlowEdge[]) {
  return { nodes: [...nodes], edges } satisfies FlowDrawing;
}

function ways(...list: string[]): FlowEdge[] {
  return list.map((each, index) => {
    const [source = '', target = ''] = each.split('>');
    return { id: `e${index}`, source, exit: 'next', target };
  });
}

function step(
  id: string,
  { x = 300, y = 0, ...rest }: { x?: number; y?: number } & Partial<StepNode> = {},
): StepNode {
  return { id, kind: 'step', type: 'test.step', name: id, position: { x, y }, inputs: {}, ...rest };
}

function trigger(rest: Partial<TriggerNode> = {}): TriggerNode {
  const settings = defaultTriggerSettings;
  const position = { x: 0, y: 0 };
  return { id: 't', kind: 'trigger', type: 'test.start', name: 't', position, settings, ...rest };
}

function turnKeys<Value>(value: Value): Value {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  const turned = Object.entries(value).toReversed();
  return Object.fromEntries(turned.map(([key, inner]) => [key, turnKeys(inner)])) as Value;
}
