import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from './run-event.ts';
import { foldFurther, foldRun } from './fold-run.ts';
import { isOver, outputsOf, reduceRun, runStatuses } from './run.ts';

test('a run begins with its first event', () => {
  expect(foldRun([begun])).toMatchObject({
    id: 'r',
    status: 'running',
    steps: {},
    incomplete: false,
  });
  expect(() => foldRun([])).toThrow('begins with run.started');
  expect(() => foldRun([{ type: 'run.finished', at: at(1) }])).toThrow();
});

test('a run that ends with a failed step nobody handled has failed', () => {
  expect(foldRun([begun, started('a'), failed('a', []), finished]).status).toBe('failed');
  expect(foldRun([begun, started('a'), failed('a', ['error']), finished]).status).toBe('succeeded');
  expect(foldRun([begun, started('a'), succeeded('a'), finished])).toMatchObject({
    status: 'succeeded',
    finishedAt: at(9),
  });
});

test('a run waits while all that is open only waits', () => {
  const waiting: RunEvent = {
    type: 'step.waiting',
    at: at(3),
    nodeId: 'a',
    until: at(8),
    why: 'room',
  };
  expect(foldRun([begun, started('a'), waiting]).status).toBe('waiting');
  expect(foldRun([begun, started('a'), started('b'), waiting]).status).toBe('running');
  expect(foldRun([begun, started('a'), started('b'), waiting, succeeded('b')]).status).toBe(
    'waiting',
  );
  expect(foldRun([begun, started('a'), waiting, started('a')]).status).toBe('running');
});

test('what a step waited for is forgotten once it has ended', () => {
  const { steps } = foldRun([begun, started('a'), retrying('a'), started('a', 2), succeeded('a')]);
  expect(steps['a']).toEqual({
    status: 'succeeded',
    inputs: { attempt: 2 },
    attempt: 2,
    startedAt: at(1),
    finishedAt: at(4),
    outputs: { of: 'a' },
    exits: ['next'],
    stretches: expect.any(Array),
  });
});

test('an attempt whose outcome is unknown leaves the step unsure until it has ended', () => {
  const events = [begun, started('a'), retrying('a', true)];
  expect(foldRun(events).steps['a']).toMatchObject({ unsure: true });
  expect(foldRun([...events, started('a', 2)]).steps['a']).toMatchObject({ unsure: true });
  expect(foldRun([...events, started('a', 2), succeeded('a')]).steps['a']).not.toHaveProperty(
    'unsure',
  );
});

test('a wait after a request that may have arrived leaves the step unsure as well', () => {
  const waiting = {
    type: 'step.waiting',
    at: at(3),
    nodeId: 'a',
    until: at(8),
    why: 'down',
  } as const;
  const unsure: RunEvent = { ...waiting, unsure: true };
  expect(foldRun([begun, started('a'), waiting]).steps['a']).not.toHaveProperty('unsure');
  expect(foldRun([begun, started('a'), unsure]).steps['a']).toMatchObject({ unsure: true });
  expect(foldRun([begun, started('a'), unsure, waiting]).steps['a']).toMatchObject({
    unsure: true,
  });
});

test('the reports of all attempts are kept, one after another', () => {
  const report = (line: string) => ({ report: { log: [line], exchanges: [] } });
  const { steps } = foldRun([
    begun,
    started('a'),
    { ...retrying('a'), ...report('first') },
    started('a', 2),
    { ...succeeded('a'), ...report('second') },
  ]);
  expect(steps['a']?.report?.log).toEqual(['first', 'second']);
});

test('a cancelled run stays cancelled, and still takes what was in flight', () => {
  const cancelled: RunEvent = { type: 'run.cancelled', at: at(3), by: 'Ada' };
  const run = foldRun([begun, started('a'), cancelled, succeeded('a')]);
  expect(run).toMatchObject({ status: 'cancelled', cancelledBy: 'Ada', finishedAt: at(3) });
  expect(run.steps['a']?.status).toBe('succeeded');
});

test('a run remembers who had it go on, and when', () => {
  const retried: RunEvent = { type: 'run.retried', at: at(9), by: 'Ada' };
  const failing = [started('a'), failed('a', []), finished];
  const run = foldRun([begun, ...failing, retried, ...failing, { type: 'run.retried', at: at(8) }]);
  expect(run.retries).toEqual([{ at: at(9), by: 'Ada' }, { at: at(8) }]);
});

test('a skipped step took no exit', () => {
  const skipped: RunEvent = { type: 'step.skipped', at: at(2), nodeId: 'a' };
  expect(foldRun([begun, skipped]).steps['a']).toMatchObject({ status: 'skipped', exits: [] });
});

test('a node offers what it brought: outputs, a failure that was handled, the trigger’s values', () => {
  const events = [begun, started('a'), succeeded('a'), started('b'), failed('b', ['error'])];
  const run = foldRun([...events, started('c'), failed('c', [])]);
  expect(outputsOf(run, 'a')).toEqual({ of: 'a' });
  expect(outputsOf(run, 'b')).toEqual({ code: 'refused', message: 'No.', status: undefined });
  expect(outputsOf(run, 'c')).toBeUndefined();
  expect(outputsOf(run, 'trigger')).toEqual({ summary: 'x' });
  expect(outputsOf(run, 'never')).toBeUndefined();
  const incomplete = foldRun([{ ...begun, incomplete: true }]);
  expect(outputsOf(incomplete, 'trigger')).toBeUndefined();
});

test('a run is over when nothing more can happen', () => {
  expect(runStatuses.filter(isOver)).toEqual(['succeeded', 'failed', 'cancelled']);
});

test('events folded together make the same run as one by one', () => {
  const answer: RunEvent = { ...succeeded('b'), answer: { status: 204, body: {} } } as RunEvent;
  const event = fc.oneof(
    fc.constantFrom<RunEvent>(answer, finished, { type: 'run.cancelled', at: at(8) }),
    fc.constantFrom<RunEvent>({ type: 'run.retried', at: at(9) }),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(started, succeeded, retrying))
      .map(([nodeId, happens]) => happens(nodeId)),
    fc.constantFrom('a', 'b', 'c').map((nodeId) => failed(nodeId, [])),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const oneByOne = events.reduce(reduceRun, foldRun([begun]));
      expect(foldFurther(foldRun([begun]), events)).toEqual(oneByOne);
    }),
  );
});

const begun = {
  type: 'run.started',
  at: at(0),
  runId: 'r',
  flowId: 'f',
  flowVersion: 1,
  triggerId: 'trigger',
  outputs: { summary: 'x' },
} as const;
const finished: RunEvent = { type: 'run.finished', at: at(9) };

function at(second: number): string {
  return `2026-01-01T00:00:0${second}.000Z`;
}

function started(nodeId: string, attempt = 1): RunEvent {
  return { type: 'step.started', at: at(attempt), nodeId, attempt, inputs: { attempt } };
}

function succeeded(nodeId: string): RunEvent {
  return { type: 'step.succeeded', at: at(4), nodeId, outputs: { of: nodeId }, exits: ['next'] };
}

function failed(nodeId: string, exits: readonly string[]): RunEvent {
  const failure = { code: 'refused', message: 'No.' } as const;
  return { type: 'step.failed', at: at(4), nodeId, failure, exits };
}

function retrying(nodeId: string, outcomeUnknown = false): RunEvent {
  const failure = { code: 'unavailable', message: 'Later.', outcomeUnknown } as const;
  return { type: 'step.retrying', at: at(2), nodeId, failure, until: at(3) };
}
