import { type Flow, type FlowNode, applyEdit, manifestIndex } from '@sluice/schema';
import { expect, test } from 'vitest';
import { createCanvas } from './canvas-state.ts';
import { projectEdges, projectNodes } from './project-flow.ts';

test('only the node that changed gets a new object', () => {
  const drawn = projectNodes(flow, [], known);
  const renamed = { ...node('b'), name: 'Renamed' };

  const after = projectNodes(
    applyEdit(flow, { edit: 'configure-node', node: renamed }),
    drawn,
    known,
  );

  // What leads to it says its name, and so is named anew.
  expect(after.map((each, index) => each === drawn[index])).toEqual([false, false, true]);
  expect(after[1]?.data).toHaveProperty('node', renamed);
});

test('a new edge redraws its source, for its exit, and no other node', () => {
  const drawn = projectNodes(flow, [], known);
  const edge = { id: 'e2', source: 'b', exit: 'error', target: 'c' };

  const after = projectNodes(applyEdit(flow, { edit: 'connect', edge }), drawn, known);

  expect(after.map((each, index) => each === drawn[index])).toEqual([true, false, true]);
  expect(after[1]?.data).toHaveProperty('takenExits', 'error');
});

test('a node says what it is, what is wrong with it and where it leads', () => {
  const note = { id: 'n', text: 'Ask Ada', position: { x: 0, y: 0 }, width: 200, height: 80 };
  const off = { ...node('b'), disabled: true };
  const changed = { ...flow, nodes: [node('a'), off, node('c')], notes: [note] };
  const drawn = projectNodes(changed, [], { ...known, problems: new Map([['a', [1, 2]]]) });
  expect(drawn.map(({ ariaLabel }) => ariaLabel)).toEqual([
    'Note “Ask Ada”',
    'a, step, 2 problems, connected to b',
    'b, step, disabled',
    'c, step',
  ]);
});

test('edges keep their identity while nodes move', () => {
  const drawn = projectEdges(flow, []);
  const moved = applyEdit(flow, { edit: 'move-nodes', positions: { a: { x: 9, y: 9 } } });

  expect(projectEdges(moved, drawn)[0]).toBe(drawn[0]);
});

test('a changed node keeps its size and selection', () => {
  const canvas = createCanvas(flow, known.manifests);
  canvas.getState().select(['b']);
  canvas
    .getState()
    .project(applyEdit(flow, { edit: 'configure-node', node: { ...node('b'), name: 'New' } }));

  expect(canvas.getState().nodes[1]).toMatchObject({
    selected: true,
    data: { node: { name: 'New' } },
  });
});

test('undoing a move puts the card back', () => {
  const canvas = createCanvas(flow, known.manifests);
  canvas.getState().changeNodes([{ type: 'position', id: 'a', position: { x: 50, y: 50 } }]);
  canvas.getState().project(flow);

  expect(canvas.getState().nodes[0]?.position).toEqual({ x: 0, y: 0 });
});

test('the list of selected nodes is the same object until the selection changes', () => {
  const canvas = createCanvas(flow, known.manifests);
  canvas.getState().select(['a']);
  const before = canvas.getState().selectedIds;

  canvas.getState().changeNodes([{ type: 'position', id: 'a', position: { x: 5, y: 5 } }]);
  expect(canvas.getState().selectedIds).toBe(before);

  canvas.getState().select(['a', 'c']);
  expect(canvas.getState().selectedIds).toEqual(['a', 'c']);
});

const known = { manifests: manifestIndex({ connectors: [] }), problems: new Map() };

const flow: Flow = {
  id: 'flow',
  name: 'Test',
  enabled: true,
  version: 1,
  nodes: [node('a'), node('b'), node('c')],
  edges: [{ id: 'e1', source: 'a', exit: 'next', target: 'b' }],
};

function node(id: string): FlowNode {
  return { id, kind: 'step', type: 'test.step', name: id, position: { x: 0, y: 0 }, inputs: {} };
}
