import type { FlowNode } from '@sluice/schema';
import { expect, test } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';
import { whereToLook } from './where-to-look.ts';

const [first, last] = [nodeAt(0, 0), nodeAt(600, 200)];

test('a flow that fits is looked at as a whole', () => {
  expect(whereToLook([first, last], last, { width: 1000, height: 600 })).toEqual({
    x: (600 + NODE_WIDTH) / 2,
    y: (200 + NODE_HEIGHT) / 2,
  });
});

test.each([
  { width: 600, height: 600 },
  { width: 1000, height: 200 },
])('of a flow that does not fit into $width × $height, the wanted node is looked at', (room) => {
  expect(whereToLook([first, last], last, room)).toEqual({
    x: 600 + NODE_WIDTH / 2,
    y: 200 + NODE_HEIGHT / 2,
  });
});

function nodeAt(x: number, y: number): FlowNode {
  return {
    id: `${x}`,
    kind: 'step',
    type: 'acme.close-ticket',
    name: 'Close',
    position: { x, y },
    inputs: {},
  };
}
