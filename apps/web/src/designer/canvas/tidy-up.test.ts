import type { FlowDrawing, FlowNode } from '@sluice/schema';
import { expect, test } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH, WAY_IN } from './drawn-exits.ts';
import { tidyUp } from './tidy-up.ts';

test('every step stands to the right of what leads to it, and no card covers another', async () => {
  const places = await tidyUp(draw('a-b a-c b-d c-d'), () => NODE_HEIGHT);
  for (const [before, after] of [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'd'],
    ['c', 'd'],
  ]) {
    expect(places[after!]!.x).toBeGreaterThan(places[before!]!.x + NODE_WIDTH);
  }
  expect(Math.abs(places['b']!.y - places['c']!.y)).toBeGreaterThan(NODE_HEIGHT);
});

test('an edge that passes a card does not run through it', async () => {
  const places = await tidyUp(draw('a-b b-c a-c'), () => NODE_HEIGHT);
  const lane = places['a']!.y + WAY_IN;
  const { y } = places['b']!;
  expect(y > lane || y + NODE_HEIGHT < lane).toBe(true);
});

test('the drawing stays where its corner was', async () => {
  const places = await tidyUp(draw('a-b'), () => NODE_HEIGHT);
  expect(places['a']).toEqual({ x: 100, y: 50 });
});

function draw(line: string): FlowDrawing {
  const pairs = line.split(' ').map((pair) => pair.split('-') as [string, string]);
  const ids = [...new Set(pairs.flat())];
  return {
    nodes: ids.map((id): FlowNode => ({
      id,
      kind: 'step',
      type: 'test.step',
      name: id,
      position: { x: 100, y: 50 },
      inputs: {},
    })),
    edges: pairs.map(([source, target]) => ({ id: source + target, source, exit: 'next', target })),
  };
}
