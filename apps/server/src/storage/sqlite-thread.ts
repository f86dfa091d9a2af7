import { parentPort } from 'node:worker_threads';
import type { SqliteChannel } from './sqlite-channel.ts';
import { SqliteStore } from './sqlite-store.ts';
import { type ThreadAnswer, type ThreadCall, plainError } from './thread-messages.ts';

/**
 * A thread of its own for one database, so that what is slow here, such as a forced write, holds up
 * nobody else. Its first call opens the file.
 */
let store: SqliteChannel;

parentPort?.on('message', (call: ThreadCall) => void answer(call));

async function answer(call: ThreadCall): Promise<void> {
  const { id } = call;
  try {
    reply({ id, result: await perform(call) });
  } catch (error) {
    reply({ id, error: plainError(error) });
  }
}

async function perform(call: ThreadCall): Promise<unknown> {
  switch (call.name) {
    case 'open':
      store = new SqliteStore(call.file);
      return undefined;
    case 'query':
      return store.query(call.sql, call.parameters);
    case 'commit': {
      const ends = await store.commit(call.batch);
      return ends.map((end) => ('error' in end ? { error: plainError(end.error) } : end));
    }
    case 'close':
      return store.close();
  }
}

function reply(message: ThreadAnswer): void {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}
