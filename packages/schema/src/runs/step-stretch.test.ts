import { expect, test } from 'vitest';
import { type RunEvent, type RunStarted, foldRun } from '../index.ts';

const started: RunStarted = {
  type: 'run.started',
  at: '2026-01-01T00:00:00Z',
  runId: 'run',
  flowId: 'flow',
  flowVersion: 1,
  triggerId: 'trigger',
  outputs: {},
};
const failure = { code: 'unavailable', message: 'Halo is down.' } as const;

test('attempts and the pauses between them follow one another without gaps', () => {
  expect(
    stretches(
      { type: 'step.started', at: at(1), nodeId: 'create', attempt: 1, inputs: {} },
      { type: 'step.retrying', at: at(2), nodeId: 'create', failure, until: at(7) },
      { type: 'step.started', at: at(7), nodeId: 'create', attempt: 2, inputs: {} },
      { type: 'step.waiting', at: at(8), nodeId: 'create', until: at(20), why: 'No room.' },
      { type: 'step.started', at: at(20), nodeId: 'create', attempt: 2, inputs: {} },
      { type: 'step.succeeded', at: at(21), nodeId: 'create', outputs: {}, exits: ['next'] },
    ),
  ).toEqual([
    { kind: 'attempt', attempt: 1, from: at(1), to: at(2), failure: 'Halo is down.' },
    { kind: 'retrying', from: at(2), to: at(7), until: at(7) },
    { kind: 'attempt', attempt: 2, from: at(7), to: at(8) },
    { kind: 'waiting', from: at(8), to: at(20), until: at(20), why: 'No room.' },
    { kind: 'attempt', attempt: 2, from: at(20), to: at(21) },
  ]);
});

test('an attempt that ended with its process says so', () => {
  expect(
    stretches(
      { type: 'step.started', at: at(1), nodeId: 'create', attempt: 1, inputs: {} },
      { type: 'step.started', at: at(30), nodeId: 'create', attempt: 1, inputs: {} },
    ),
  ).toEqual([
    { kind: 'attempt', attempt: 1, from: at(1), to: at(30), interrupted: true },
    { kind: 'attempt', attempt: 1, from: at(30) },
  ]);
});

test('of a step that looks again and again, the newest stretches are kept', () => {
  const looks = Array.from({ length: 80 }, (_, index): RunEvent[] => [
    { type: 'step.started', at: at(index), nodeId: 'create', attempt: 1, inputs: {} },
    { type: 'step.waiting', at: at(index), nodeId: 'create', until: at(index + 1), why: 'Runs.' },
  ]).flat();
  const kept = stretches(...looks);
  expect(kept).toHaveLength(100);
  expect(kept?.at(-1)).toMatchObject({ kind: 'waiting', until: at(80) });
});

function stretches(...events: readonly RunEvent[]) {
  return foldRun([started, ...events]).steps['create']?.stretches;
}

function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
}
