import { describe, expect, test } from 'vitest';
import { applyEdit } from '../flow/flow-edit.ts';
import {
  type Flow,
  type FlowDrawing,
  type FlowNode,
  type StepNode,
  type TriggerNode,
  defaultTriggerSettings,
} from '../flow/flow.ts';
import { flowDrawingSchema } from '../flow/flow-document.ts';
import { manifestIndex } from '../catalogue/manifest-index.ts';
import { swapNode } from './swap-node.ts';
import { deskCatalogue, drawingOf, pillOf, stepOf, triggerOf } from '../testing/desk-catalogue.ts';

const manifests = manifestIndex(deskCatalogue);
const create = stepOf('create', 'desk.create', {
  position: { x: 300, y: 40 },
  connectionId: 'halo',
  retry: { attempts: 2, firstDelaySeconds: 1, longestDelaySeconds: 1 },
  inputs: {
    summary: [{ text: 'Again: ' }, ...pillOf('t', 'summary')],
    agent: [{ text: '27' }],
    origin: [{ text: 'Sluice' }],
  },
});
const after = stepOf('after', 'desk.update', {
  inputs: { ticketId: pillOf('create', 'ticketId'), summary: pillOf('create', 'ticketUrl') },
});
const drawing = drawingOf(
  [triggerOf('t', 'desk.tickets'), create, after],
  ['t>create', 'create>after', 'create:error>after'],
);

function swap(of: FlowDrawing, nodeId: string, fresh: FlowNode) {
  const swapped = swapNode(of, nodeId, { fresh, manifests });
  if (!swapped) throw new Error('It cannot be replaced.');
  const flow: Flow = { id: 'f', name: 'F', enabled: true, version: 1, ...of };
  return { ...swapped, flow: swapped.edits.reduce(applyEdit, flow) };
}

function edgesOf({ edges }: FlowDrawing): string[] {
  return edges.map(({ source, exit, target }) => `${source}:${exit}>${target}`);
}

describe('a step that replaces another', () => {
  test('takes its place, edges, connection, retry and the inputs that fit', () => {
    const { flow, node } = swap(drawing, 'create', stepOf('new', 'desk.update'));
    expect(flow.nodes.map(({ id }) => id)).toEqual(['t', 'new', 'after']);
    expect(edgesOf(flow)).toEqual(['t:next>new', 'new:next>after', 'new:error>after']);
    expect(node).toMatchObject({
      type: 'desk.update',
      position: { x: 300, y: 40 },
      connectionId: 'halo',
      retry: create.retry,
    });
    expect((node as StepNode).inputs).toEqual({
      summary: create.inputs['summary'],
      agent: [{ text: '27' }],
    });
    expect(flowDrawingSchema.safeParse({ nodes: flow.nodes, edges: flow.edges }).success).toBe(
      true,
    );
  });

  test('tells what was kept and what was not', () => {
    const { kept, lost } = swap(drawing, 'create', stepOf('new', 'desk.update'));
    expect(kept).toEqual([
      { what: 'connection', name: '' },
      { what: 'input', name: 'Summary' },
      { what: 'input', name: 'Agent' },
      { what: 'pill', name: 'Ticket ID', heldBy: 'Update Ticket' },
    ]);
    expect(lost).toEqual([
      { what: 'input', name: 'Origin' },
      { what: 'pill', name: 'Ticket URL', heldBy: 'Update Ticket' },
    ]);
  });

  test('is where pills of other steps come from then, also those it has no output for', () => {
    const { flow } = swap(drawing, 'create', stepOf('new', 'desk.update'));
    expect((flow.nodes[2] as StepNode).inputs).toEqual({
      ticketId: pillOf('new', 'ticketId'),
      summary: pillOf('new', 'ticketUrl'),
    });
  });

  test('keeps a label of the builder’s own, and a disabled step disabled', () => {
    const of = drawingOf([{ ...create, name: 'Open the follow-up', disabled: true }], []);
    const { node, kept } = swap(of, 'create', stepOf('new', 'desk.update'));
    expect(node).toMatchObject({ name: 'Open the follow-up', disabled: true });
    expect(kept).toContainEqual({ what: 'label', name: 'Open the follow-up' });
  });

  test.each(['Create Ticket', 'Create Ticket 12'])('does not go on being called “%s”', (name) => {
    const { node } = swap(
      drawingOf([{ ...create, name }], []),
      'create',
      stepOf('n', 'desk.update'),
    );
    expect(node.name).toBe('Update Ticket');
  });

  test('takes no connection of another connector', () => {
    const { node, lost } = swap(drawing, 'create', stepOf('new', 'tools.condition'));
    expect(node).not.toHaveProperty('connectionId');
    expect(lost).toContainEqual({ what: 'connection', name: '' });
  });

  test('is left by the exits it has, in order, and says which became which', () => {
    const asked = stepOf('if', 'tools.condition');
    const of = drawingOf([asked, create, after], ['if:true>create', 'if:false>after']);
    const { flow, kept } = swap(of, 'if', stepOf('new', 'desk.create'));
    expect(edgesOf(flow)).toEqual(['new:next>create', 'new:next>after']);
    expect(kept).toEqual([
      { what: 'way', name: 'If true', became: 'Next' },
      { what: 'way', name: 'If false', became: 'Next' },
    ]);
  });

  test('loses the ways out that it has no exit for', () => {
    const { flow, lost } = swap(drawing, 'create', stepOf('new', 'tools.stop'));
    expect(edgesOf(flow)).toEqual(['t:next>new', 'new:error>after']);
    expect(lost).toContainEqual({ what: 'way', name: 'Next' });
  });

  test('brings what is given per way in along', () => {
    const values = [{ source: 'if', exit: 'true', value: [{ text: 'yes' }] }];
    const merge = stepOf('merge', 'tools.merge', {
      inputs: { outputs: { perWay: [{ id: 'l', name: [{ text: 'Answer' }], values }] } },
    });
    const of = drawingOf([stepOf('if', 'tools.condition'), merge], ['if:true>merge']);
    const { flow } = swap(of, 'if', stepOf('new', 'desk.create'));
    expect((flow.nodes[1] as StepNode).inputs['outputs']).toMatchObject({
      perWay: [{ values: [{ source: 'new', exit: 'next' }] }],
    });
  });

  test('takes no trigger’s place', () => {
    const fresh = stepOf('new', 'desk.update');
    expect(swapNode(drawing, 't', { fresh, manifests })).toBeUndefined();
  });
});

describe('a trigger that replaces another', () => {
  const old = triggerOf('t', 'desk.tickets', {
    settings: {
      ...defaultTriggerSettings,
      authentication: 'basic',
      floodControl: { ...defaultTriggerSettings.floodControl, correlateBy: ['summary'] },
      deduplicate: { by: ['ticketId'], windowSeconds: 60 },
    },
    picked: [{ name: 'deep', label: 'Deep', path: ['x'] }],
  });
  const of = drawingOf([old, after], ['t>after']);

  test('treats its signals alike, but for outputs it does not have, and has an address of its own', () => {
    const { node, lost } = swap(of, 't', triggerOf('new', 'tools.webhook'));
    expect((node as TriggerNode).settings).toEqual({
      authentication: 'basic',
      floodControl: { ...defaultTriggerSettings.floodControl, correlateBy: [] },
      deduplicate: { windowSeconds: 60 },
    });
    expect(lost).toEqual([
      { what: 'settings', name: '' },
      { what: 'address', name: '' },
    ]);
  });

  test('keeps what was picked out of a payload only where one is sent', () => {
    expect(swap(of, 't', triggerOf('new', 'tools.webhook')).node).toHaveProperty('picked');
    expect(swap(of, 't', triggerOf('new', 'tools.clock')).node).not.toHaveProperty('picked');
  });
});
