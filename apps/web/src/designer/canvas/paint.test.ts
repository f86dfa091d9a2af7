import { type RunEvent, foldRun } from '@sluice/schema';
import { expect, test } from 'vitest';
import { paintOfEdge, paintOfNode } from './paint.ts';

const at = '2026-01-01T00:00:00Z';
const started: RunEvent = {
  type: 'run.started',
  at,
  runId: 'run',
  flowId: 'flow',
  flowVersion: 1,
  triggerId: 'trigger',
  outputs: {},
};
const switched: RunEvent = {
  type: 'step.succeeded',
  at,
  nodeId: 'switch',
  outputs: {},
  exits: ['left'],
};

test('without a run nothing is painted', () => {
  expect(paintOfEdge(undefined, edge('a', 'next', 'b'))).toBeUndefined();
  expect(paintOfNode(undefined, 'a')).toBeUndefined();
});

test('a run has taken the way out of its trigger, and not out of another', () => {
  const run = foldRun([started, { type: 'run.finished', at }]);
  expect(paintOfNode(run, 'trigger')).toBe('succeeded');
  expect(paintOfEdge(run, edge('trigger', 'next', 'a'))).toBe('taken');
  expect(paintOfEdge(run, edge('other', 'next', 'a'))).toBe('dead');
});

test('a switch paints the way that was taken and leaves the others dead', () => {
  const run = foldRun([started, switched]);
  expect(paintOfEdge(run, edge('switch', 'left', 'a'))).toBe('taken');
  expect(paintOfEdge(run, edge('switch', 'right', 'b'))).toBe('dead');
});

test('the edge into a step that is running shows movement, until the step ends', () => {
  const running: RunEvent = { type: 'step.started', at, nodeId: 'a', attempt: 1, inputs: {} };
  const run = foldRun([started, switched, running]);
  expect(paintOfEdge(run, edge('switch', 'left', 'a'))).toBe('running');

  const ended = foldRun([
    started,
    switched,
    running,
    { type: 'step.succeeded', at, nodeId: 'a', outputs: {}, exits: ['next'] },
  ]);
  expect(paintOfEdge(ended, edge('switch', 'left', 'a'))).toBe('taken');
});

test('what a run has not come to yet is pending while it runs and skipped once it is over', () => {
  expect(paintOfNode(foldRun([started]), 'a')).toBe('pending');
  expect(paintOfEdge(foldRun([started]), edge('a', 'next', 'b'))).toBeUndefined();
  expect(paintOfNode(foldRun([started, { type: 'run.finished', at }]), 'a')).toBe('skipped');
});

test('a cancelled run leaves no step running', () => {
  const run = foldRun([
    started,
    { type: 'step.started', at, nodeId: 'a', attempt: 1, inputs: {} },
    { type: 'run.cancelled', at },
  ]);
  expect(paintOfNode(run, 'a')).toBe('skipped');
  expect(paintOfEdge(run, edge('trigger', 'next', 'a'))).toBe('taken');
});

function edge(source: string, exit: string, target: string) {
  return { source, exit, target };
}
