import type { Flow, FlowEdit, FlowNode } from '@sluice/schema';
import { applyEdit } from '@sluice/schema';
import { expect, test } from 'vitest';
import { describeChange } from './describe-change.ts';

const note = { id: 'n', text: 'Ask Ada', position: { x: 0, y: 0 }, width: 200, height: 80 };
const flow: Flow = {
  id: 'flow',
  name: 'Test',
  enabled: true,
  version: 1,
  nodes: [step('A'), step('B'), step('C')],
  edges: [{ id: 'e', source: 'A', exit: 'next', target: 'B' }],
  notes: [note],
};
const there = { x: 5, y: 5 };
const added: FlowEdit = { edit: 'add-node', node: step('D') };
const edge = { id: 'f', source: 'B', exit: 'next', target: 'C' };

test.each<[string, FlowEdit[]]>([
  ['add D', [added]],
  ['add 2 nodes', [added, { edit: 'add-node', node: step('E') }]],
  ['add D', [{ edit: 'disconnect', edgeIds: ['e'] }, added]],
  ['delete Note “Ask Ada”', [{ edit: 'remove-nodes', nodeIds: ['n'] }]],
  ['replace B', [{ edit: 'remove-nodes', nodeIds: ['B'] }, added]],
  ['move B', [{ edit: 'move-nodes', positions: { B: there } }]],
  ['move 3 nodes', [{ edit: 'move-nodes', positions: { A: there, B: there, n: there } }]],
  ['change B', [{ edit: 'configure-node', node: { ...step('B'), name: 'B', connectionId: 'c' } }]],
  ['disable B', [{ edit: 'configure-node', node: { ...step('B'), disabled: true } }]],
  ['connect B to C', [{ edit: 'connect', edge }]],
  ['disconnect A from B', [{ edit: 'disconnect', edgeIds: ['e'] }]],
  [
    'change the edges',
    [
      { edit: 'disconnect', edgeIds: ['e'] },
      { edit: 'connect', edge },
    ],
  ],
  ['rename the flow', [{ edit: 'rename', name: 'Other' }]],
])('“%s”', (words, edits) => {
  expect(describeChange(flow, edits.reduce(applyEdit, flow))).toBe(words);
});

function step(id: string): FlowNode {
  return { id, kind: 'step', type: 'test.step', name: id, position: { x: 0, y: 0 }, inputs: {} };
}
