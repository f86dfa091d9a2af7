import type { FlowNode } from '@sluice/schema';
import { expect, test } from 'vitest';
import { compareDrawings, isSame } from './compare-drawings.ts';

test('a node that only moved, or whose keys stand in another order, has not changed', () => {
  const { position: _position, ...rest } = node('a', 'A');
  const moved: FlowNode = { position: { x: 9, y: 9 }, ...rest };
  const difference = compareDrawings(
    { nodes: [node('a', 'A')], edges: [] },
    { nodes: [moved], edges: [] },
  );
  expect(isSame(difference)).toBe(true);
});

test('names what was added, removed and changed, and says when edges differ', () => {
  const difference = compareDrawings(
    {
      nodes: [node('a', 'A'), node('b', 'B')],
      edges: [{ id: 'e', source: 'a', exit: 'next', target: 'b' }],
    },
    { nodes: [node('a', 'Renamed'), node('c', 'C')], edges: [] },
  );
  expect(difference).toEqual({ added: ['C'], removed: ['B'], changed: ['Renamed'], rewired: true });
});

test('notes are compared like nodes, and named by how they begin', () => {
  const note = { id: 'n', text: 'Ask Ada', position: { x: 0, y: 0 }, width: 200, height: 80 };
  const bare = { nodes: [node('a', 'A')], edges: [] };
  expect(compareDrawings(bare, { ...bare, notes: [note] }).added).toEqual(['Note “Ask Ada”']);
  const moved = { ...bare, notes: [{ ...note, position: { x: 9, y: 9 } }] };
  expect(isSame(compareDrawings({ ...bare, notes: [note] }, moved))).toBe(true);
});

function node(id: string, name: string): FlowNode {
  return { id, kind: 'step', type: 'test.step', name, position: { x: 0, y: 0 }, inputs: {} };
}
