import { type Flow, type FlowNode, defaultTriggerSettings } from '@sluice/schema';
import { expect, test } from 'vitest';
import { outlineOf, outlineOrder } from './outline-of.ts';

test('a chain is a list without levels', () => {
  expect(written('t>a a>b b>c')).toEqual(['t', 'a', 'b', 'c']);
});

test('branches stand one level deeper, each with its exit', () => {
  expect(written('t>a a:yes>b a:no>c c>d')).toEqual(['t', 'a', '  yes: b', '  no: c', '  d']);
});

test('where ways meet again, the list goes on at the level at which they parted', () => {
  expect(written('t>a a:yes>b a:no>c b>d c>d d>e')).toEqual([
    't',
    'a',
    '  yes: b',
    '  → d',
    '  no: c',
    '  → d',
    'd',
    'e',
  ]);
});

test('a way that skips the others says where it goes on', () => {
  expect(written('t>a a:yes>b a:no>d b>d')).toEqual([
    't',
    'a',
    '  yes: b',
    '  → d',
    '  no: → d',
    'd',
  ]);
});

test('a node that ways of several forks lead to follows the outermost of them', () => {
  expect(written('t>a t>b a>d b:yes>c b:no>e c>d')).toEqual([
    't',
    '  a',
    '  → d',
    '  b',
    '    yes: c',
    '    → d',
    '    no: e',
    'd',
  ]);
});

test('two triggers that lead to one step list it once', () => {
  expect(written('t1>a t2>a a>b')).toEqual(['t1', '→ a', 't2', '→ a', 'a', 'b']);
});

test('what no trigger leads to stands apart, and its edges hold nothing up', () => {
  const outline = outlineOf(draw('t>a x>y y>a'));
  expect(outline.lines.map(({ nodeId }) => nodeId)).toEqual(['t', 'a']);
  expect(outline.loose.map(({ nodeId }) => nodeId)).toEqual(['x', 'y']);
});

test('every node of any drawing of six is listed exactly once', () => {
  const pairs = [0, 1, 2, 3, 4].flatMap((from) =>
    [1, 2, 3, 4].filter((to) => to > from).map((to) => `${from}>${to}`),
  );
  for (let choice = 0; choice < 2 ** pairs.length; choice += 1) {
    const chosen = pairs.filter((_pair, bit) => (choice >> bit) % 2 === 1);
    const flow = draw(['t>0', ...chosen].join(' '));
    const listed = outlineOrder(outlineOf(flow)).toSorted();
    if (String(listed) !== String(flow.nodes.map(({ id }) => id).toSorted()))
      expect.fail(`${chosen.join(' ')} is listed as ${String(listed)}`);
  }
});

/** The list as text: two spaces a level, the exit of a branch, an arrow for a reference. */
function written(drawing: string): string[] {
  return outlineOf(draw(drawing)).lines.map(({ nodeId, level, via, isReference }) => {
    const way = via && via.exit !== 'next' ? `${via.exit}: ` : '';
    return `${'  '.repeat(level)}${way}${isReference ? '→ ' : ''}${nodeId}`;
  });
}

function draw(drawing: string): Flow {
  const edges = drawing.split(' ').map((pair, index) => {
    const [from = '', target = ''] = pair.split('>');
    const [source = '', exit = 'next'] = from.split(':');
    return { id: `e${index}`, source, exit, target };
  });
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return { id: 'f', name: 'F', enabled: true, version: 1, nodes: ids.map(nodeOf), edges };
}

function nodeOf(id: string): FlowNode {
  const base = { id, name: id, position: { x: 0, y: 0 } };
  return id.startsWith('t')
    ? { ...base, kind: 'trigger', type: 'test.trigger', settings: defaultTriggerSettings }
    : { ...base, kind: 'step', type: 'test.step', inputs: {} };
}
