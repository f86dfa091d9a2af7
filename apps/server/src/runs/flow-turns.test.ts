import { expect, test } from 'vitest';
import { FlowTurns } from './flow-turns.ts';

test('a flow has no more runs under way than it may, and the next goes on when one ends', () => {
  const resumed: string[] = [];
  const turns = new FlowTurns((runId) => resumed.push(runId));
  const take = (runId: string, flowId = 'f') => turns.take(flowId, { runId, atOnce: 2 });
  const first = take('a');
  const second = take('b');

  expect([first, second].every((done) => done !== undefined)).toBe(true);
  expect(take('c')).toBeUndefined();
  expect(take('d')).toBeUndefined();
  expect(take('c')).toBeUndefined();
  expect(take('other', 'g')).toBeDefined();

  first?.();
  expect(resumed).toEqual(['c']);
  expect(take('c')).toBeDefined();
  second?.();
  expect(resumed).toEqual(['c', 'd']);
});

test('a flow without a limit of its own holds none', () => {
  const turns = new FlowTurns(() => undefined);
  const taken = Array.from({ length: 100 }, (_, index) =>
    turns.take('f', { runId: String(index), atOnce: undefined }),
  );

  expect(taken).not.toContain(undefined);
});

test('a run that was cancelled while it waited hands its turn on', () => {
  const resumed: string[] = [];
  const turns = new FlowTurns((runId) => resumed.push(runId));
  const take = (runId: string) => turns.take('f', { runId, atOnce: 1 });
  const end = take('a');
  take('cancelled');
  take('b');

  end?.();
  turns.pass('cancelled');
  turns.pass('a');
  expect(resumed).toEqual(['cancelled', 'b']);
});
