import { expect, test } from 'vitest';
import { type Box, align, alignments, distribute } from './arrange.ts';

const boxes: readonly Box[] = [
  { id: 'a', x: 0, y: 0, width: 100, height: 40 },
  { id: 'b', x: 300, y: 90, width: 200, height: 80 },
  { id: 'c', x: 130, y: 30, width: 100, height: 40 },
];

test.each([
  ['left', [0, 0, 0]],
  ['right', [400, 300, 400]],
  ['centre', [200, 150, 200]],
  ['top', [0, 0, 0]],
  ['bottom', [130, 90, 130]],
  ['middle', [65, 45, 65]],
] as const)('aligned %s, all boxes share that line', (how, line) => {
  const places = align(boxes, how);
  const axis = ['left', 'right', 'centre'].includes(how) ? 'x' : 'y';
  const at = (id: string) => ({ ...boxes.find((box) => box.id === id), ...places[id] })[axis];
  expect([at('a'), at('b'), at('c')]).toEqual(line);
});

test('what stands in line already is not moved', () => {
  const aligned = boxes.map((box) => ({ ...box, x: 0, y: 0, width: 100, height: 40 }));
  expect(alignments.map((how) => align(aligned, how))).toEqual(alignments.map(() => ({})));
});

test('distributed boxes have the same gap, whatever their size, and the outermost stay', () => {
  expect(distribute(boxes, 'across')).toEqual({ c: { x: 150, y: 30 } });
  expect(distribute(boxes, 'down')).toEqual({ c: { x: 130, y: 45 } });
});

test('two boxes are distributed already', () => {
  expect(distribute(boxes.slice(0, 2), 'across')).toEqual({});
});
