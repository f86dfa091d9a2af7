import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findFreePort, startServer } from './start-server.ts';
import type { TestServer } from './test-servers.ts';

/** Starts a new Redis in an empty folder; undefined where none is installed. */
export async function startRedis(folder: string): Promise<TestServer | undefined> {
  const command = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((program) => existsSync(program));
  if (command === undefined) return undefined;
  const port = await findFreePort();
  const password = randomBytes(16).toString('hex');
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    requirepass: password,
    save: '',
    // What BullMQ asks for: a queue may not lose jobs to make room.
    'maxmemory-policy': 'noeviction',
  };
  const stop = await startServer({
    command,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    ready: /Ready to accept connections/,
    stopSignal: 'SIGTERM',
  });
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    stop,
  };
}
