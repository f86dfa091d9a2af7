import { type RunDetail, type RunEvent, type StepNode, foldRun } from '@sluice/schema';
import { expect, test } from 'vitest';
import { axisMarks } from './time-axis.ts';
import { timelineOf } from './timeline-of.ts';

const begin = Date.UTC(2026, 0, 1);
const at = (ms: number) => new Date(begin + ms).toISOString();
const failure = { code: 'unavailable', message: 'Halo is down.' } as const;

test('every attempt and pause of a step is a bar, with the requests of its time', () => {
  const exchange = (ms: number) => ({
    at: at(ms),
    method: 'POST',
    url: 'https://halo.example.com',
    requestHeaders: {},
    durationMs: 5,
  });
  const report = (ms: number) => ({ log: [], exchanges: [exchange(ms)] });
  const { rows, from, to } = timelineOf(
    runOf(
      { type: 'step.started', at: at(10), nodeId: 'create', attempt: 1, inputs: {} },
      {
        type: 'step.retrying',
        at: at(50),
        nodeId: 'create',
        failure,
        until: at(500),
        report: report(20),
      },
      { type: 'step.started', at: at(500), nodeId: 'create', attempt: 2, inputs: {} },
      {
        type: 'step.succeeded',
        at: at(540),
        nodeId: 'create',
        outputs: {},
        exits: ['next'],
        report: report(510),
      },
      { type: 'run.finished', at: at(541) },
    ),
    begin + 9_999,
  );

  expect([from - begin, to - begin]).toEqual([0, 541]);
  expect(rows.map(({ node }) => node.id)).toEqual(['trigger', 'create']);
  expect(
    rows[1]?.bars.map((bar) => [bar.look, bar.from - begin, bar.to - begin, bar.exchanges.length]),
  ).toEqual([
    ['failed', 10, 50, 1],
    ['pause', 50, 500, 0],
    ['succeeded', 500, 540, 1],
  ]);
});

test('what is under way reaches up to now, and what the run has not come to has no row', () => {
  const run = runOf({ type: 'step.started', at: at(10), nodeId: 'create', attempt: 1, inputs: {} });
  const { rows, to } = timelineOf(run, begin + 700);
  expect(to).toBe(begin + 700);
  expect(rows.at(-1)?.bars).toMatchObject([{ look: 'running', to: begin + 700, isOpen: true }]);
  expect(rows.map(({ node }) => node.id)).not.toContain('close');
});

test('a step whose outputs were given took no time', () => {
  const { rows } = timelineOf(
    runOf(
      {
        type: 'step.succeeded',
        at: at(3),
        nodeId: 'create',
        outputs: {},
        exits: ['next'],
        given: true,
      },
      { type: 'run.finished', at: at(4) },
    ),
    begin,
  );
  expect(rows[1]?.bars).toMatchObject([{ look: 'given', from: begin + 3, to: begin + 3 }]);
});

test('an axis has marks at round times, and never too many', () => {
  expect(axisMarks(541, 8)).toEqual([0, 100, 200, 300, 400, 500]);
  expect(axisMarks(90 * 60_000, 6)).toEqual(
    [0, 15, 30, 45, 60, 75, 90]
      .map((each) => each * 60_000)
      .filter((each) => each % (15 * 60_000) === 0),
  );
  for (const length of [1, 7, 999, 61_000, 4e6, 3e8, 9e11]) {
    expect(axisMarks(length, 8).length).toBeLessThanOrEqual(9);
  }
});

function runOf(...events: readonly RunEvent[]): RunDetail {
  const run = foldRun([
    {
      type: 'run.started',
      at: at(0),
      runId: 'run',
      flowId: 'flow',
      flowVersion: 1,
      triggerId: 'trigger',
      outputs: {},
    },
    ...events,
  ]);
  const nodes = ['trigger', 'create', 'close'].map((id, index): StepNode => ({
    id,
    kind: 'step',
    type: 'test.step',
    name: id,
    position: { x: index, y: 0 },
    inputs: {},
  }));
  const about = { flowName: '', title: '', test: false, calledRuns: [] };
  return { ...run, ...about, drawing: { nodes, edges: [] } };
}
