import {
  type Catalogue,
  type FlowDetail,
  type FlowEdge,
  type StepNode,
  manifestIndex,
} from '@sluice/schema';
import { expect, test } from 'vitest';
import { createDesigner } from '../state/designer.ts';
import { createCommands } from './commands.ts';

test('a step added by keyboard follows the selected one, on the exit that is still free', () => {
  const { commands, designer, flow } = open(['a']);
  designer.canvas.getState().select(['a']);

  commands.addNear('test.step', { x: 0, y: 0 });
  commands.addNear('test.step', { x: 0, y: 0 });

  const [a, b, c] = flow().nodes;
  expect(flow().edges.map(({ source, exit, target }) => [source, exit, target])).toEqual([
    [a?.id, 'next', b?.id],
    [b?.id, 'next', c?.id],
  ]);
  expect(c?.name).toBe('Step 2');
  expect(designer.canvas.getState().selectedIds).toEqual([c?.id]);
});

test('a step dropped on an edge is inserted in it, and one undo takes it out again', () => {
  const { commands, designer, flow } = open(['a', 'b']);
  const before = flow();

  commands.addAt('test.step', { x: 100, y: 0 }, { edgeId: 'a-b' });
  const added = flow().nodes[2];
  expect(flow().edges.map(({ source, target }) => [source, target])).toEqual([
    ['a', added?.id],
    [added?.id, 'b'],
  ]);
  expect(flow().nodes[1]?.position.x).toBeGreaterThan((added?.position.x ?? 0) + 216);

  designer.document.getState().undo();
  expect(flow()).toBe(before);
});

test('deleting and reconnecting joins what was around the deleted nodes', () => {
  const { commands, flow } = open(['a', 'b', 'c', 'd']);

  commands.removeAndReconnect(['b', 'c']);

  expect(flow().edges.map(({ source, target }) => [source, target])).toEqual([['a', 'd']]);
});

test('a copy has ids of its own, and its pills point at the nodes copied along', () => {
  const { commands, designer, flow } = open(['a', 'b']);

  commands.duplicate(['a', 'b']);

  const [, , a, b] = flow().nodes as StepNode[];
  expect(new Set(flow().nodes.map((node) => node.id)).size).toBe(4);
  expect(b?.inputs['text']).toEqual([{ pill: { nodeId: a?.id, output: 'value' } }]);
  expect(flow().edges.at(-1)).toMatchObject({ source: a?.id, target: b?.id });
  expect(designer.canvas.getState().selectedIds).toEqual([a?.id, b?.id]);
});

test('values per way in follow the ways that were copied along', () => {
  const { commands, designer, flow } = open(['a', 'b']);
  const b = flow().nodes[1] as StepNode;
  const value = [{ text: 'x' }];
  const values = [
    { source: 'a', exit: 'next', value },
    { source: 'elsewhere', exit: 'next', value },
  ];
  const outputs = { perWay: [{ id: 'o', name: value, values }] };
  designer.document.getState().edit({
    edit: 'configure-node',
    node: { ...b, inputs: { outputs } },
  });

  commands.duplicate(['a', 'b']);

  const [, , copyOfA, copyOfB] = flow().nodes as StepNode[];
  expect(copyOfB?.inputs['outputs']).toMatchObject({
    perWay: [{ values: [{ source: copyOfA?.id }, { source: 'elsewhere' }] }],
  });
});

test('a step changes places with the one before it, and keeps its side ways', () => {
  const { commands, designer, flow } = open(['a', 'b', 'c', 'd']);
  commands.reorder('c', 'earlier');
  expect(ways(flow().edges)).toEqual(['a>c', 'b>d', 'c>b']);
  expect(flow().nodes.find(({ id }) => id === 'c')?.position.x).toBe(260);

  commands.reorder('c', 'later');
  expect(ways(flow().edges)).toEqual(['a>b', 'b>c', 'c>d']);
  designer.document.getState().undo();
  expect(ways(flow().edges)).toEqual(['a>c', 'b>d', 'c>b']);
});

test('steps do not change places where ways part or meet', () => {
  const { commands, flow } = open(['a', 'b', 'c']);
  commands.connect({ source: 'a', exit: 'next', target: 'c' });
  const before = flow();
  commands.reorder('c', 'earlier');
  commands.reorder('a', 'later');
  expect(flow()).toBe(before);
});

test('a new note is written at once, and duplicated and deleted like a node', () => {
  const { commands, designer, flow } = open(['a']);
  commands.addNote({ x: 10, y: 20 });
  const [note] = flow().notes ?? [];
  expect(designer.canvas.getState()).toMatchObject({
    writtenNoteId: note?.id,
    selectedIds: [note?.id],
  });

  commands.duplicate(['a', note?.id ?? '']);
  expect(flow().notes).toHaveLength(2);
  commands.remove(designer.canvas.getState().selectedIds);
  expect([flow().nodes.length, flow().notes?.length]).toEqual([1, 1]);
});

test('a note is never made smaller than can be taken hold of', () => {
  const { commands, flow } = open([]);
  commands.addNote({ x: 0, y: 0 });
  const id = flow().notes?.[0]?.id ?? '';
  commands.resizeNotes([id], { width: -10_000, height: 20 });
  expect(flow().notes).toMatchObject([{ width: 120, height: 140 }]);
});

test('aligned nodes are one gesture', () => {
  const { commands, designer, flow } = open(['a', 'b', 'c']);
  commands.align(['a', 'b', 'c'], 'left');
  expect(flow().nodes.map(({ position }) => position.x)).toEqual([0, 0, 0]);
  expect(designer.announcements.getState().text).toBe('2 nodes moved.');
  designer.document.getState().undo();
  expect(flow().nodes.map(({ position }) => position.x)).toEqual([0, 260, 520]);
});

test('tidied up, a note stays beside the node it is about', async () => {
  const { commands, designer, flow } = open(['a', 'b']);
  designer.document.getState().edit(
    { edit: 'move-nodes', positions: { b: { x: 0, y: 900 } } },
    {
      edit: 'add-note',
      note: { id: 'n', text: '', position: { x: 10, y: 980 }, width: 200, height: 80 },
    },
  );
  await commands.tidyUp([]);
  const b = flow().nodes.find(({ id }) => id === 'b')?.position ?? { x: 0, y: 0 };
  expect(b.x).toBeGreaterThan(216);
  expect(flow().notes?.[0]?.position).toEqual({ x: b.x + 10, y: b.y + 80 });
});

test('what was done is said once, for those who cannot see it', () => {
  const { commands, designer } = open(['a', 'b']);
  commands.remove(['b']);
  expect(designer.announcements.getState().text).toBe('b deleted.');
});

const catalogue: Catalogue = {
  connectors: [
    {
      id: 'test',
      label: 'Test',
      section: 'apps',
      icon: '<svg/>',
      triggers: [],
      steps: [
        {
          type: 'test.step',
          label: 'Step',
          summary: 'A step',
          connection: 'none',
          inputs: {},
          outputs: {},
          exits: { fixed: [{ id: 'next', label: 'Next' }] },
        },
      ],
    },
  ],
};

function ways(edges: readonly FlowEdge[]): string[] {
  return edges.map(({ source, target }) => `${source}>${target}`).toSorted();
}

/** Opens a flow whose steps follow each other; each maps the value of the one before. */
function open(ids: readonly string[]) {
  const nodes = ids.map((id, index): StepNode => {
    const before = ids[index - 1];
    return {
      id,
      kind: 'step',
      type: 'test.step',
      name: id,
      position: { x: index * 260, y: 0 },
      inputs: before ? { text: [{ pill: { nodeId: before, output: 'value' } }] } : {},
    };
  });
  const edges = ids.slice(1).map((target, index) => {
    const source = ids[index] ?? '';
    return { id: `${source}-${target}`, source, exit: 'next', target };
  });
  const detail: FlowDetail = {
    id: 'flow',
    name: 'Test',
    enabled: true,
    version: 1,
    nodes,
    edges,
    updatedAt: '2026-01-01T00:00:00Z',
    tags: [],
  };
  const designer = createDesigner(detail, manifestIndex(catalogue));
  return {
    designer,
    commands: createCommands(designer, manifestIndex(catalogue)),
    flow: () => designer.document.getState().flow,
  };
}
