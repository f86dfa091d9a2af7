import { type FlowDrawing, type FlowNode, compareFlows } from '@sluice/schema';
import { expect, test } from 'vitest';
import { mergeDrawings } from './merge-drawings.ts';

test('what was removed is still drawn, beside what took its place', () => {
  const before: FlowDrawing = {
    nodes: [node('a'), node('b')],
    edges: [{ id: 'e1', source: 'a', exit: 'next', target: 'b' }],
  };
  const after: FlowDrawing = {
    nodes: [node('a', 'Renamed'), node('c')],
    edges: [{ id: 'e1', source: 'a', exit: 'next', target: 'c' }],
  };
  const { drawing, marks } = mergeDrawings(after, compareFlows(before, after));
  expect(drawing.nodes.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  expect(drawing.edges.map(({ id, target }) => [id, target])).toEqual([
    ['e1', 'c'],
    ['e1 removed', 'b'],
  ]);
  expect(Object.fromEntries(marks)).toEqual({
    a: 'changed',
    b: 'removed',
    c: 'added',
    e1: 'added',
    'e1 removed': 'removed',
  });
});

test('drawings that are the same have no marks', () => {
  const drawing: FlowDrawing = { nodes: [node('a')], edges: [] };
  expect(mergeDrawings(drawing, compareFlows(drawing, drawing)).marks.size).toBe(0);
});

function node(id: string, name = id): FlowNode {
  return { id, kind: 'step', type: 'test.step', name, position: { x: 0, y: 0 }, inputs: {} };
}
