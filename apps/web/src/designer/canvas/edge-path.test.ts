import { type FlowNode, manifestIndex } from '@sluice/schema';
import { Position } from '@xyflow/react';
import { expect, test } from 'vitest';
import { edgePath, endsBetween } from './edge-path.ts';
import { type CanvasNode, projectNodes } from './project-flow.ts';

test('an edge runs from the outside of a port to the outside of the next', () => {
  const ends = endsBetween(card('a', 0), 'next', card('b', 300));

  expect(ends).toMatchObject({ sourceX: 221.5, sourceY: 32, targetX: 295.5, targetY: 32 });
  expect(ends && edgePath(ends).path).toBe('M221.5 32L295.5 32');
});

test('the way out of a failure begins beneath the card', () => {
  expect(endsBetween(card('a', 0), 'error', card('b', 300))).toMatchObject({
    sourceX: 175,
    sourceY: 69.5,
    sourcePosition: Position.Bottom,
  });
});

test('there is no edge from an exit that a card does not have, nor into a trigger', () => {
  expect(endsBetween(card('a', 0), 'gone', card('b', 300))).toBeUndefined();
  expect(endsBetween(card('a', 0), 'next', card('b', 300, 'trigger'))).toBeUndefined();
});

function card(id: string, x: number, kind: 'step' | 'trigger' = 'step'): CanvasNode {
  const node = { id, kind, type: 'test.one', name: id, position: { x, y: 0 }, inputs: {} };
  const flow = { id: 'f', name: 'F', enabled: true, version: 1, edges: [] };
  const known = { manifests: manifestIndex({ connectors: [] }), problems: new Map() };
  const [drawn] = projectNodes({ ...flow, nodes: [node as FlowNode] }, [], known);
  return drawn as CanvasNode;
}
