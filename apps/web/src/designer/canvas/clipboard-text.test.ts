import { type Flow, type StepNode, type TriggerNode, defaultTriggerSettings } from '@sluice/schema';
import { describe, expect, test } from 'vitest';
import { partAsText } from './clipboard-text.ts';
import { fitPart } from './fit-part.ts';
import { partFromText } from './part-from-text.ts';

const trigger: TriggerNode = {
  id: 't',
  kind: 'trigger',
  type: 'test.trigger',
  name: 'Incident',
  position: { x: 0, y: 0 },
  settings: defaultTriggerSettings,
};
const note = { id: 'n', text: 'Ask Ada', position: { x: 0, y: 90 }, width: 200, height: 80 };
const source = flowOf([trigger, step('a', 't'), step('b', 'a')]);

describe('what was copied', () => {
  test('comes back whole, with its notes and the edges within', () => {
    const read = partFromText(partAsText(source, ['a', 'b', 'n']));
    expect(read).toMatchObject({
      ok: true,
      part: {
        nodes: [{ id: 'a' }, { id: 'b' }],
        edges: [{ source: 'a', target: 'b' }],
        notes: [note],
        outside: [{ id: 't', name: 'Incident', type: 'test.trigger' }],
      },
    });
  });

  test('is text that a person can read', () => {
    const text = partAsText(source, ['a']);
    expect(text.split('\n').length).toBeGreaterThan(10);
    expect(JSON.parse(text)).toMatchObject({ sluice: 'nodes' });
  });
});

describe('pasted text is refused with a reason when it', () => {
  test.each([
    ['is empty', '  '],
    ['is prose', 'Dear all,'],
    ['is a number', '7'],
    ['is a list', '[]'],
    ['is JSON about something else', '{"sluice":"tea"}'],
    ['is a whole flow', '{"format":"sluice-flow","nodes":[]}'],
    ['has no nodes', '{"nodes":[]}'],
    ['has nodes of no kind', '{"nodes":[{"id":"a"}]}'],
    ['reaches for the prototype', '{"nodes":[{"__proto__":{"kind":"step"},"id":"a"}]}'],
    ['names a node like a birthright', text({ id: 'constructor' })],
    ['carries what a node does not have', text({ onclick: 'alert(1)' })],
    ['has a name with control characters', text({ name: 'a\u0000b' })],
    [
      'leads to nowhere',
      JSON.stringify({ nodes: [step('a')], edges: [{ source: 'a', target: 'z' }] }),
    ],
    [
      'goes round in a circle',
      JSON.stringify({ nodes: [step('a')], edges: [{ source: 'a', target: 'a' }] }),
    ],
    ['is endless', `{"nodes":"${'x'.repeat(8_000_001)}"}`],
    ['nests without end', `{"nodes":${'['.repeat(200_000)}`],
  ])('%s', (_what, pasted) => {
    const read = partFromText(pasted);
    expect(read.ok).toBe(false);
    expect(read).toHaveProperty('why', expect.stringMatching(/\w/));
  });
});

describe('fitted into another flow', () => {
  const index = {
    triggers: new Map([['test.trigger', {} as never]]),
    steps: new Map([['test.step', {} as never]]),
    connectors: new Map(),
  };
  const copied = partOf(['a', 'b']);

  test('pills of a trigger left behind draw on the only one of its kind', () => {
    const flow = flowOf([{ ...trigger, id: 'other', name: 'Here' }]);
    const fitted = fitPart(copied, { flow, index, connectionIds: new Set() });
    expect([...fitted.standIns]).toEqual([['t', 'other']]);
    expect(fitted.remarks).toEqual([expect.stringContaining('Here')]);
  });

  test('without one, how many pills are broken is said, and what they drew on', () => {
    const fitted = fitPart(copied, { flow: flowOf([]), index, connectionIds: new Set() });
    expect(fitted.standIns.size).toBe(0);
    expect(fitted.remarks).toEqual([expect.stringMatching(/1 pill.*Incident/)]);
  });

  test('pills of a node that stands in the flow need no words', () => {
    const fitted = fitPart(copied, { flow: source, index, connectionIds: new Set() });
    expect(fitted.remarks).toEqual([]);
  });

  test('kinds and connections that are not on this server stay out, and that is said', () => {
    const odd = { ...step('odd'), type: 'future.step', name: 'Odd' };
    const linked = { ...step('linked'), connectionId: 'elsewhere', name: 'Linked' };
    const fitted = fitPart(
      { nodes: [odd, linked], edges: [], outside: [] },
      { flow: flowOf([]), index, connectionIds: new Set(['here']) },
    );
    expect(fitted.drawing.nodes).toEqual([{ ...step('linked'), name: 'Linked' }]);
    expect(fitted.remarks).toEqual([
      expect.stringContaining('Odd'),
      expect.stringContaining('Linked'),
    ]);
  });
});

function partOf(ids: readonly string[]) {
  const read = partFromText(partAsText(source, ids));
  if (!read.ok) throw new Error(read.why);
  return read.part;
}

function step(id: string, from?: string): StepNode {
  return {
    id,
    kind: 'step',
    type: 'test.step',
    name: id,
    position: { x: 0, y: 0 },
    inputs: from === undefined ? {} : { text: [{ pill: { nodeId: from, output: 'value' } }] },
  };
}

function flowOf(nodes: Flow['nodes']): Flow {
  const edges = nodes.slice(1).map((node, index) => ({
    id: `e${node.id}`,
    source: nodes[index]?.id ?? '',
    exit: 'next',
    target: node.id,
  }));
  return { id: 'f', name: 'F', enabled: true, version: 1, nodes, edges, notes: [note] };
}

function text(part: object): string {
  return JSON.stringify({ nodes: [{ ...step('a'), ...part }] });
}
