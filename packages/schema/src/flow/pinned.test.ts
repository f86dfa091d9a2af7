import { expect, test } from 'vitest';
import {
  type FlowDrawing,
  LONGEST_PINNED,
  faultOfGiven,
  flowDrawingSchema,
  pinnedIn,
  withoutPinned,
} from '../index.ts';

test('outputs are pinned as an object, not too long and not too deep', () => {
  let deep: object = {};
  for (let level = 0; level < 100_000; level += 1) deep = { deep };

  expect(faultOfGiven({ ticketId: 7 })).toBeUndefined();
  for (const value of [null, 7, 'text', [1]]) expect(faultOfGiven(value)).toMatch(/object/);
  expect(faultOfGiven(deep)).toMatch(/nested/);
  expect(faultOfGiven({ text: 'x'.repeat(LONGEST_PINNED) })).toMatch(/At most 100,000/);
});

test('a draft keeps what is pinned, within limits for each node and for all', () => {
  expect(flowDrawingSchema.parse(draw(1, 10)).nodes[0]?.pinned).toEqual({
    outputs: { text: 'x'.repeat(10) },
  });
  expect(flowDrawingSchema.safeParse(draw(1, LONGEST_PINNED)).error?.message).toMatch(/At most/);
  expect(flowDrawingSchema.safeParse(draw(11, 99_000)).error?.message).toMatch(/too long/);
  expect(flowDrawingSchema.safeParse(draw(9, 99_000)).success).toBe(true);
});

test('a version is kept without what is pinned, and a test is not told of disabled steps', () => {
  const [node] = draw(1, 3).nodes;
  const drawing = {
    nodes: [node, { ...node, id: 'off', disabled: true }],
    edges: [],
  } as unknown as FlowDrawing;
  expect(pinnedIn(drawing)).toEqual({ n0: { outputs: { text: 'xxx' } } });
  expect(JSON.stringify(withoutPinned(drawing))).not.toContain('pinned');
  const bare = withoutPinned(drawing);
  expect(withoutPinned(bare)).toBe(bare);
});

function draw(nodes: number, length: number) {
  return {
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: `n${index}`,
      kind: 'step',
      type: 'test.step',
      name: 'Step',
      pinned: { outputs: { text: 'x'.repeat(length) } },
    })),
    edges: [],
  };
}
