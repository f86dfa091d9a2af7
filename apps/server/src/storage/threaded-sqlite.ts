import { Worker } from 'node:worker_threads';
import { StorageTrouble } from './storage-trouble.ts';
import type { QueryAnswer, SqliteChannel, WorkEnd } from './sqlite-channel.ts';
import {
  type PlainError,
  type ThreadAnswer,
  type ThreadRequest,
  errorOf,
} from './thread-messages.ts';

interface Asked {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const thread = new URL('./sqlite-thread.js', import.meta.url);

/** Megabytes for what lives briefly in the thread: batches are small, and a server has other uses for memory. */
const YOUNG = 8;

/**
 * Opens a database file in a thread of its own. Rejects with a `StorageError` when it is not ours to
 * open. A thread that dies takes the process with it: what was stored is durable, and nothing else counts.
 * `execArgv` replaces the process's own arguments to Node.
 */
export async function openThreadedSqlite(
  file: string,
  { execArgv }: { readonly execArgv?: string[] } = {},
): Promise<SqliteChannel> {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
  const worker = new Worker(thread, { resourceLimits, ...(execArgv && { execArgv }) });
  const asked = new Map<number, Asked>();
  let last = 0;
  let closed = false;

  function ask<Result>(request: ThreadRequest): Promise<Result> {
    if (closed) return Promise.reject(new StorageTrouble('The database is closed.'));
    return new Promise<Result>((resolve, reject) => {
      const id = (last += 1);
      asked.set(id, { resolve: resolve as (result: unknown) => void, reject });
      // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ id, ...request });
    });
  }

  worker.on('error', (error) => {
    throw error;
  });
  worker.on('message', (answer: ThreadAnswer) => {
    const waiting = asked.get(answer.id);
    asked.delete(answer.id);
    if ('error' in answer) waiting?.reject(errorOf(answer.error));
    else waiting?.resolve(answer.result);
  });

  try {
    await ask({ name: 'open', file });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (sql, parameters) => ask<QueryAnswer>({ name: 'query', sql, parameters }),
    commit: async (batch) => {
      const ends = await ask<readonly WorkEnd[]>({ name: 'commit', batch });
      return ends.map((end) =>
        'error' in end ? { error: errorOf(end.error as PlainError) } : end,
      );
    },
    close: async () => {
      const done = ask({ name: 'close' });
      closed = true;
      await done;
      await worker.terminate();
    },
  };
}
