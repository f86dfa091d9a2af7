import { expect, test } from 'vitest';
import { flowDrawingSchema, labelSchema } from './flow-document.ts';

const step = { id: 'a', kind: 'step', type: 'test.step', name: 'A' };
const trigger = { id: 't', kind: 'trigger', type: 'test.trigger', name: 'T' };

test('edges that come without an id get one that nobody has', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ ...step, id }));
  const edges = [
    { source: 'a', target: 'b' },
    { id: 'e2', source: 'b', target: 'c' },
    { source: 'c', target: 'd' },
  ];
  expect(flowDrawingSchema.parse({ nodes, edges }).edges.map(({ id }) => id)).toEqual([
    'e1',
    'e2',
    'e3',
  ]);
});

test('ids as long as they may be do not make twins of edges', () => {
  const ids = ['a', 'b', 'c'].map((letter) => letter.padStart(64, 'x'));
  const nodes = ids.map((id) => ({ ...step, id }));
  const edges = ids.slice(1).map((target) => ({ source: ids[0], target }));
  expect(flowDrawingSchema.safeParse({ nodes, edges }).success).toBe(true);
});

test('reading a drawing that was read changes nothing', () => {
  const read = flowDrawingSchema.parse({
    nodes: [trigger, { ...step, inputs: { x: [], y: { entries: [] } }, timeoutSeconds: 5 }],
    edges: [{ source: 't', target: 'a' }],
  });
  expect(flowDrawingSchema.parse(structuredClone(read))).toEqual(read);
  expect(JSON.stringify(read)).not.toContain('null');
});

test('notes are kept, and a drawing without them, or with none, has no list of them', () => {
  const note = { id: 'n', text: 'Why\nso', position: { x: 1, y: 2 }, width: 200, height: 80 };
  const read = (notes?: object[]) => flowDrawingSchema.parse({ nodes: [step], edges: [], notes });
  expect(read([{ ...note, tone: 'alert' }]).notes).toEqual([{ ...note, tone: 'alert' }]);
  expect(read()).not.toHaveProperty('notes');
  expect(read([])).not.toHaveProperty('notes');
});

test.each([
  ['the id of a node', { id: 'a' }],
  ['a colour that there is not', { tone: 'url(x)' }],
  ['a size that hides everything', { width: 1e9 }],
  ['endless text', { text: 'x'.repeat(5001) }],
])('a note with %s is refused', (_what, part) => {
  const note = { id: 'n', text: '', position: { x: 0, y: 0 }, width: 200, height: 80, ...part };
  expect(flowDrawingSchema.safeParse({ nodes: [step], edges: [], notes: [note] }).success).toBe(
    false,
  );
});

test('left out and set to empty stay two things', () => {
  const { nodes } = flowDrawingSchema.parse({ nodes: [{ ...step, inputs: { x: [] } }], edges: [] });
  expect(nodes[0]).toHaveProperty('inputs', { x: [] });
});

test.each<[string, object]>([
  ['flood control below one', { floodControl: { threshold: 0 } }],
  ['a period of no time', { floodControl: { periodSeconds: 0 } }],
  ['a window of a year', { deduplicate: { windowSeconds: 365 * 86_400 } }],
  ['an authentication nobody knows', { authentication: 'none' }],
  ['a setting nobody knows', { skipAuthentication: true }],
  ['eleven outputs to correlate by', { floodControl: { correlateBy: Array(11).fill('x') } }],
])('a trigger with %s is refused', (_what, settings) => {
  const drawing = { nodes: [{ ...trigger, settings }], edges: [] };
  expect(flowDrawingSchema.safeParse(drawing).success).toBe(false);
});

test.each<[string, object]>([
  [
    'more attempts than a hundred',
    { retry: { attempts: 101, firstDelaySeconds: 1, longestDelaySeconds: 1 } },
  ],
  ['no attempt', { retry: { attempts: 0, firstDelaySeconds: 1, longestDelaySeconds: 1 } }],
  ['a time-out of a day', { timeoutSeconds: 86_400 }],
  ['a place that is no number', { position: { x: Number.NaN, y: 0 } }],
  ['a text too long', { inputs: { x: [{ text: 'x'.repeat(100_001) }] } }],
  [
    'a part that is text and pill',
    { inputs: { x: [{ text: '', pill: { nodeId: 'a', output: 'b' } }] } },
  ],
  ['a template as text', { inputs: { x: '{{trigger.summary}}' } }],
  ['a path below zero', { inputs: { x: [{ pill: { nodeId: 'a', output: 'b', path: [-1] } }] } }],
])('a step with %s is refused', (_what, changes) => {
  const drawing = { nodes: [{ ...step, ...changes }], edges: [] };
  expect(flowDrawingSchema.safeParse(drawing).success).toBe(false);
});

test('ten thousand edges among two thousand nodes are checked quickly', () => {
  const nodes = Array.from({ length: 2000 }, (_, index) => ({ ...step, id: `n${index}` }));
  const edges = Array.from({ length: 10_000 }, (_, index) => ({
    source: `n${index % 1990}`,
    target: `n${(index % 1990) + 1 + Math.floor(index / 1990)}`,
  }));
  expect(flowDrawingSchema.safeParse({ nodes, edges }).success).toBe(true);
  const back = { source: 'n1994', target: 'n0' };
  const closed = { nodes, edges: [...edges.slice(0, -1), back] };
  expect(flowDrawingSchema.safeParse(closed).error?.message).toContain('circle');
});

test('a name is trimmed, and holds no control characters', () => {
  expect(labelSchema.parse('  Night desk ')).toBe('Night desk');
  for (const name of ['', ' ', 'a\u0000', 'a\u001b[31m', 'a\nb', 'x'.repeat(121)]) {
    expect(labelSchema.safeParse(name).success).toBe(false);
  }
});
