import { expect, test } from 'vitest';
import { candidate } from '../testing/candidates.ts';
import { GroupCommit } from './group-commit.ts';
import type { SqliteChannel } from './sqlite-channel.ts';
import { SqliteJournal } from './sqlite-journal.ts';
import { SqliteStore } from './sqlite-store.ts';
import { SqliteTurns } from './sqlite-turns.ts';

test('signals that come together share a commit', async () => {
  expect(await batchesOf(100, '{}')).toEqual([100]);
});

test('a commit takes no more text than can be copied at once, and one large signal all the same', async () => {
  expect(await batchesOf(5, 'x'.repeat(3_000_000))).toEqual([2, 2, 1]);
  expect(await batchesOf(2, 'x'.repeat(9_000_000))).toEqual([1, 1]);
});

/** How many signals of such a payload each commit stored, on a real database. */
async function batchesOf(count: number, payload: string): Promise<number[]> {
  const store = new SqliteStore(':memory:');
  const batches: number[] = [];
  const channel: SqliteChannel = {
    query: (...asked) => store.query(...asked),
    commit: (batch) => {
      batches.push(batch.length);
      return store.commit(batch);
    },
    close: () => store.close(),
  };
  const journal = new SqliteJournal(new GroupCommit(channel, new SqliteTurns()));
  const accepted = Array.from({ length: count }, () => journal.accept([candidate({ payload })]));
  for (const [acceptance] of await Promise.all(accepted)) {
    expect(acceptance?.outcome).toBe('accepted');
  }
  await store.close();
  return batches;
}
