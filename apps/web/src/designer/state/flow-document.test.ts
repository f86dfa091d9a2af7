import { type Flow, type StepNode } from '@sluice/schema';
import { expect, test } from 'vitest';
import { createFlowDocument } from './flow-document.ts';

test('one undo brings back everything that one gesture did', () => {
  const document = createFlowDocument(emptyFlow);

  document
    .getState()
    .edit(
      { edit: 'add-node', node: step('a') },
      { edit: 'add-node', node: step('b') },
      { edit: 'connect', edge: { id: 'e', source: 'a', exit: 'next', target: 'b' } },
    );
  document.getState().undo();

  expect(document.getState().flow).toBe(emptyFlow);
  expect(document.getState().past).toEqual([]);
});

test('what was undone can be done again, until something else is done', () => {
  const document = createFlowDocument(emptyFlow);
  document.getState().edit({ edit: 'rename', name: 'One' });
  document.getState().undo();

  document.getState().redo();
  expect(document.getState().flow.name).toBe('One');

  document.getState().undo();
  document.getState().edit({ edit: 'rename', name: 'Two' });
  document.getState().redo();
  expect(document.getState().flow.name).toBe('Two');
});

test('an edit that is refused leaves nothing to undo', () => {
  const document = createFlowDocument({ ...emptyFlow, nodes: [step('a')] });

  document
    .getState()
    .edit({ edit: 'connect', edge: { id: 'e', source: 'a', exit: 'next', target: 'a' } });

  expect(document.getState().past).toEqual([]);
});

test('showing another flow forgets what could be undone', () => {
  const document = createFlowDocument(emptyFlow);
  document.getState().edit({ edit: 'rename', name: 'Mine' });

  document.getState().load({ ...emptyFlow, name: 'Theirs' });
  document.getState().undo();

  expect(document.getState().flow.name).toBe('Theirs');
});

const emptyFlow: Flow = {
  id: 'flow',
  name: 'Test',
  enabled: true,
  version: 1,
  nodes: [],
  edges: [],
};

function step(id: string): StepNode {
  return { id, kind: 'step', type: 'test.step', name: id, position: { x: 0, y: 0 }, inputs: {} };
}
