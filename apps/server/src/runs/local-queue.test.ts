import { expect, test, vi } from 'vitest';
import { LocalQueue } from './local-queue.ts';
import type { KnownRun } from './run-queue.ts';

const known = {} as KnownRun;

/** A queue whose runs end when they are told to. */
function openQueue(atOnce: number, stored: ReadonlyMap<string, KnownRun> = new Map()) {
  const began: string[] = [];
  const knownOf = new Map<string, KnownRun | undefined>();
  const readKnown = vi.fn(async (runIds: readonly string[]) => {
    const found = runIds.flatMap((id) => {
      const run = stored.get(id);
      return run ? [[id, run] as const] : [];
    });
    return new Map(found);
  });
  const ends = new Map<string, () => void>();
  const queue = new LocalQueue(
    async (runId, run) => {
      began.push(runId);
      knownOf.set(runId, run);
      await new Promise<void>((resolve) => ends.set(runId, resolve));
    },
    { atOnce, readKnown },
  );
  const end = async (runId: string) => {
    ends.get(runId)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, began, knownOf, readKnown, end };
}

test('runs are handed out in the order they came, so many at once', async () => {
  const { queue, began, end } = openQueue(2);
  for (const runId of ['a', 'b', 'c', 'c', 'd']) queue.push(runId);
  expect(began).toEqual([]);
  await queue.start();

  expect(began).toEqual(['a', 'b']);
  expect(queue.backlog).toBe(2);
  await end('b');
  expect(began).toEqual(['a', 'b', 'c']);
});

test('a run that is pushed while it has its turn gets another one', async () => {
  const { queue, began, end } = openQueue(1);
  await queue.start();
  queue.push('a');
  queue.push('a');
  expect(queue.backlog).toBe(0);
  await end('a');

  expect(began).toEqual(['a', 'a']);
});

test('a run that was dropped and a queue that was stopped hand nothing out', async () => {
  const { queue, began, end } = openQueue(1);
  await queue.start();
  for (const runId of ['a', 'b', 'c']) queue.push(runId);
  queue.drop('b');
  await end('a');
  expect(began).toEqual(['a', 'c']);

  queue.push('d');
  await queue.stop();
  await end('c');
  expect(began).toEqual(['a', 'c']);
});

test('a run is taken up ahead where there is room, and its beginning is no second turn', async () => {
  const { queue, began, end } = openQueue(1);
  await queue.start();
  queue.pushAhead('a', () => known);
  queue.push('a', known);
  queue.pushAhead('b', () => known);
  await end('a');

  expect(began).toEqual(['a']);
});

test('a run that is being stored does not overtake those that wait', async () => {
  const { queue, began } = openQueue(1);
  queue.push('a');
  queue.pushAhead('b', () => known);
  await queue.start();

  expect(began).toEqual(['a']);
  expect(queue.backlog).toBe(0);
});

test('runs that come back take every other turn while new ones wait, and all of them else', async () => {
  const { queue, began, end } = openQueue(1);
  for (const runId of ['a', 'b', 'c']) queue.push(runId, known);
  queue.pushAgain('d');
  for (const runId of ['x', 'y', 'z', 'a']) queue.push(runId);
  expect(queue.backlog).toBe(7);
  await queue.start();
  for (const runId of ['x', 'a', 'y', 'b', 'z', 'c']) await end(runId);

  expect(began).toEqual(['x', 'a', 'y', 'b', 'z', 'c', 'd']);
});

test('runs far back are read many at once, in their order, before their turns come', async () => {
  const ids = Array.from({ length: 600 }, (_, index) => `run ${index}`);
  const { queue, began, knownOf, readKnown, end } = openQueue(
    1,
    new Map(ids.map((id) => [id, known])),
  );
  for (const id of ids) queue.push(id, known);
  queue.drop('run 300');
  await queue.start();
  for (const id of ids) await end(id);

  expect(began).toEqual(ids.filter((id) => id !== 'run 300'));
  expect(new Set(knownOf.values())).toEqual(new Set([known]));
  expect(readKnown.mock.calls.length).toBeLessThan(6);
});

test('a run that was dropped while it was being read has no turn', async () => {
  const { queue, began, readKnown, end } = openQueue(1);
  for (const id of ['a', 'b', 'c']) queue.pushAgain(id);
  await queue.start();
  expect(readKnown).toHaveBeenCalledWith(['a', 'b', 'c']);
  queue.drop('b');
  await end('');
  await end('a');

  expect(began).toEqual(['a', 'c']);
});

test('runs that could not be read have their turns, and are read there', async () => {
  const { queue, began, knownOf, readKnown, end } = openQueue(1);
  readKnown.mockRejectedValue(new Error('The disk is full.'));
  queue.pushAgain('a');
  await queue.start();
  await end('');

  expect(began).toEqual(['a']);
  expect(knownOf.get('a')).toBeUndefined();
});
