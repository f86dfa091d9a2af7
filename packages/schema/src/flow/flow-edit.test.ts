import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FlowEdit, applyEdit, canConnect } from './flow-edit.ts';
import { type Flow, type FlowEdge, type FlowNode, defaultTriggerSettings } from './flow.ts';
import { flowDrawingSchema } from './flow-document.ts';
import type { FlowNote } from './note.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const anId = fc.constantFrom(...ids);
const anEdge = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  source: anId,
  exit: fc.constantFrom('next', 'error'),
  target: anId,
});
const aNode = fc.tuple(anId, fc.boolean()).map(([id, isTrigger]) => nodeOf(id, isTrigger));
const anEdit: fc.Arbitrary<FlowEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edit: fc.constant('connect' as const), edge: anEdge }) },
  fc.record({
    edit: fc.constant('add-node' as const),
    node: aNode,
    edges: fc.array(anEdge, { maxLength: 4 }),
  }),
  fc.record({ edit: fc.constant('configure-node' as const), node: aNode }),
  fc.record({
    edit: fc.constant('replace-node' as const),
    nodeId: anId,
    node: aNode,
    exits: fc.dictionary(fc.constantFrom('next', 'error'), fc.constantFrom('next', 'error')),
  }),
  fc.record({
    edit: fc.constant('remove-nodes' as const),
    nodeIds: fc.array(anId, { maxLength: 2 }),
  }),
  fc.record({
    edit: fc.constant('disconnect' as const),
    edgeIds: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 2 }),
  }),
  fc.record({
    edit: fc.constant('move-nodes' as const),
    positions: fc.dictionary(anId, fc.record({ x: fc.integer(), y: fc.integer() })),
  }),
  fc.record({ edit: fc.constant('rename' as const), name: fc.string() }),
  fc.record({ edit: fc.constantFrom('add-note', 'change-note'), note: anId.map(noteOf) }),
);

test('no sequence of edits makes a circle, a loose end, a twin or a way into a trigger', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 60 }), (edits) => {
      const { nodes, edges, notes } = edits.reduce(applyEdit, empty);
      const read = flowDrawingSchema.safeParse({
        // Where the nodes stand is of no matter here.
        nodes: nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })),
        edges,
        notes: notes?.map((note) => ({ ...note, position: { x: 0, y: 0 } })),
      });
      expect(read.error?.issues ?? []).toEqual([]);
    }),
  );
});

test('what may be connected is connected, and what may not leaves the flow as it was', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 40 }), anEdge, (edits, edge) => {
      const flow = edits.reduce(applyEdit, empty);
      fc.pre(!flow.edges.some(({ id }) => id === edge.id));
      const after = applyEdit(flow, { edit: 'connect', edge });
      if (canConnect(flow, edge) === undefined) expect(after.edges).toContain(edge);
      else expect(after).toBe(flow);
    }),
  );
});

test('an edit leaves the parts it does not touch as they are', () => {
  const flow = flowOf(['a', 'b', 'c'], [['a', 'b']]);
  const moved = applyEdit(flow, { edit: 'move-nodes', positions: { b: { x: 5, y: 5 } } });
  expect(moved.nodes[0]).toBe(flow.nodes[0]);
  expect(moved.nodes[1]).toMatchObject({ position: { x: 5, y: 5 } });
  expect(moved.edges).toBe(flow.edges);
  expect(flow.nodes[1]).toMatchObject({ position: { x: 0, y: 0 } });
});

test('removing a node takes its edges along', () => {
  const flow = flowOf(
    ['a', 'b', 'c'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ],
  );
  const { nodes, edges } = applyEdit(flow, { edit: 'remove-nodes', nodeIds: ['b'] });
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(edges.map(({ source, target }) => source + target)).toEqual(['ac']);
});

test('notes are moved and removed like nodes, and the last one leaves no empty list', () => {
  const noted = applyEdit(flowOf(['a'], []), { edit: 'add-note', note: noteOf('n') });
  const moved = applyEdit(noted, { edit: 'move-nodes', positions: { n: { x: 5, y: 5 } } });
  expect(moved.notes).toMatchObject([{ id: 'n', position: { x: 5, y: 5 } }]);

  const note = { ...noteOf('n'), text: 'Changed' };
  expect(applyEdit(noted, { edit: 'change-note', note }).notes).toEqual([note]);
  expect(applyEdit(noted, { edit: 'add-note', note: noteOf('a') })).toBe(noted);
  const removed = applyEdit(noted, { edit: 'remove-nodes', nodeIds: ['n'] });
  expect(removed).not.toHaveProperty('notes');
  expect(removed.nodes).toHaveLength(1);
});

test('a node is added with its edges, and put between two others', () => {
  const flow = flowOf(['a', 'c'], [['a', 'c']]);
  const cut = applyEdit(flow, { edit: 'disconnect', edgeIds: ['ac'] });
  const edges = [edgeOf('a', 'b'), edgeOf('b', 'c')];
  const grown = applyEdit(cut, { edit: 'add-node', node: nodeOf('b'), edges });
  expect(grown.edges).toEqual(edges);
});

test('a node takes the place of another, and edges that become the same are one', () => {
  const flow = {
    ...flowOf(['a', 'b', 'c'], [['a', 'b']]),
    edges: [
      edgeOf('a', 'b'),
      { ...edgeOf('b', 'c'), id: 'true', exit: 'true' },
      { ...edgeOf('b', 'c'), id: 'false', exit: 'false' },
    ],
  };
  const exits = { true: 'next', false: 'next' };
  const { nodes, edges } = applyEdit(flow, {
    edit: 'replace-node',
    nodeId: 'b',
    node: nodeOf('x'),
    exits,
  });
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'x', 'c']);
  expect(edges).toEqual([
    { id: 'ab', source: 'a', exit: 'next', target: 'x' },
    { id: 'true', source: 'x', exit: 'next', target: 'c' },
  ]);
});

test('a step takes no trigger’s place, and no node that of one which is there already', () => {
  const flow = flowOf(['t', 'a', 'b'], [['t', 'a']]);
  for (const [nodeId, node] of [
    ['t', nodeOf('x')],
    ['a', nodeOf('b')],
    ['nowhere', nodeOf('x')],
  ] as const) {
    expect(applyEdit(flow, { edit: 'replace-node', nodeId, node })).toBe(flow);
  }
});

test.each([
  ['to itself', edgeOf('b', 'b'), /circle/],
  ['back to where it came from', edgeOf('c', 'a'), /circle/],
  ['a second time', edgeOf('a', 'b'), /already/],
  ['into a trigger', edgeOf('c', 't'), /trigger/],
  ['to nowhere', edgeOf('a', 'nowhere'), /no such step/],
  ['from nowhere', edgeOf('nowhere', 'a'), /no such step/],
])('why a step cannot be connected %s is said in words', (_how, edge, why) => {
  const flow = flowOf(
    ['t', 'a', 'b', 'c'],
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
  );
  expect(canConnect(flow, edge)).toMatch(why);
});

test('by another exit two steps may be joined once more', () => {
  const flow = flowOf(['a', 'b'], [['a', 'b']]);
  expect(canConnect(flow, { source: 'a', exit: 'error', target: 'b' })).toBeUndefined();
});

const empty: Flow = { id: 'f', name: 'F', enabled: true, version: 1, nodes: [], edges: [] };

function nodeOf(id: string, isTrigger = id === 't'): FlowNode {
  const base = { id, name: id, position: { x: 0, y: 0 } };
  return isTrigger
    ? { ...base, kind: 'trigger', type: 'test.trigger', settings: defaultTriggerSettings }
    : { ...base, kind: 'step', type: 'test.step', inputs: {} };
}

function noteOf(id: string): FlowNote {
  return { id, text: 'Why', position: { x: 0, y: 0 }, width: 200, height: 80 };
}

function edgeOf(source: string, target: string): FlowEdge {
  return { id: source + target, source, exit: 'next', target };
}

function flowOf(nodes: readonly string[], edges: readonly (readonly [string, string])[]): Flow {
  return {
    ...empty,
    nodes: nodes.map((id) => nodeOf(id)),
    edges: edges.map(([source, target]) => edgeOf(source, target)),
  };
}
