import type { FlowDrawing, StepNode } from '@sluice/schema';
import { expect, test } from 'vitest';
import { CARD, pictureOf } from './drawing-picture.ts';

test('every card stands within the frame, with room around it', () => {
  const { frame, cards } = pictureOf(drawing([-500, 0], [3000, 900]));
  const [left, top, width, height] = frame;
  for (const { x, y } of cards) {
    expect(x).toBeGreaterThan(left);
    expect(y).toBeGreaterThan(top);
    expect(x + CARD.width).toBeLessThan(left + width);
    expect(y + CARD.height).toBeLessThan(top + height);
  }
});

test('a single card is not blown up, and stands in the middle', () => {
  const { frame } = pictureOf(drawing([100, 100]));
  const [left, top, width, height] = frame;
  expect([left + width / 2, top + height / 2]).toEqual([208, 132]);
  expect(width).toBeGreaterThan(4 * CARD.width);
});

test('lines lead from the right of a card to the left of the next', () => {
  const edges = [{ id: 'e', source: 'n0', exit: 'error', target: 'n1' }];
  const { lines } = pictureOf({ ...drawing([0, 0], [300, 0]), edges });
  expect(lines).toEqual([{ id: 'e', path: 'M216 32C258 32 258 32 300 32', isError: true }]);
});

test('an empty drawing and one of thousands of nodes have a frame', () => {
  expect(pictureOf(drawing()).frame.every(Number.isFinite)).toBe(true);
  const many = Array.from({ length: 2000 }, (_, index): [number, number] => [index * 300, 0]);
  expect(pictureOf(drawing(...many)).frame[2]).toBe(1999 * 300 + CARD.width + 64);
});

function drawing(...places: readonly (readonly [number, number])[]): FlowDrawing {
  const nodes = places.map(([x, y], index): StepNode => ({
    id: `n${index}`,
    kind: 'step',
    type: 'test.step',
    name: `Step ${index}`,
    position: { x, y },
    inputs: {},
  }));
  return { nodes, edges: [] };
}
