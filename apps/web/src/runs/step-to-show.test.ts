import { type RunDetail, type RunEvent, type StepNode, foldRun } from '@sluice/schema';
import { expect, test } from 'vitest';
import { nodesInOrder } from './nodes-in-order.ts';
import { stepToShow } from './step-to-show.ts';

const at = '2026-01-01T00:00:00Z';

test('the trigger comes first, then the steps as they were reached, then the others', () => {
  const run = play(begin('notify'), begin('create'));

  expect(nodesInOrder(run).map((node) => node.id)).toEqual([
    'trigger',
    'notify',
    'create',
    'close',
  ]);
});

test('the failed step is shown before any other', () => {
  const failure = { code: 'refused', message: 'Halo refused the ticket.' } as const;
  const run = play(
    begin('create'),
    { type: 'step.failed', at, nodeId: 'create', failure, exits: [] },
    begin('notify'),
  );

  expect(stepToShow(run)).toBe('create');
});

test('the step at work is shown while nothing has failed', () => {
  const run = play(
    begin('create'),
    { type: 'step.succeeded', at, nodeId: 'create', outputs: {}, exits: ['next'] },
    begin('notify'),
  );

  expect(stepToShow(run)).toBe('notify');
});

test('a run that has only begun shows its trigger', () => {
  expect(stepToShow(play())).toBe('trigger');
});

function play(...events: readonly RunEvent[]): RunDetail {
  const run = foldRun([
    {
      type: 'run.started',
      at,
      runId: 'run',
      flowId: 'flow',
      flowVersion: 1,
      triggerId: 'trigger',
      outputs: {},
    },
    ...events,
  ]);
  const nodes = ['trigger', 'create', 'notify', 'close'].map((id, index): StepNode => ({
    id,
    kind: 'step',
    type: 'test.step',
    name: id,
    position: { x: index, y: 0 },
    inputs: {},
  }));
  return {
    ...run,
    flowName: '',
    title: '',
    test: false,
    calledRuns: [],
    drawing: { nodes, edges: [] },
  };
}

function begin(nodeId: string): RunEvent {
  return { type: 'step.started', at, nodeId, attempt: 1, inputs: {} };
}
