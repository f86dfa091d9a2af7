import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Who runs a command: as root, some servers must be somebody else. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

export interface ServerCommand extends Owner {
  readonly command: string;
  readonly args: readonly string[];
  /** What it writes once it can be used. */
  readonly ready: RegExp;
  /** The signal that ends it at once, without waiting for its clients. */
  readonly stopSignal: NodeJS.Signals;
}

/** Milliseconds that a server may take to start. */
const PATIENCE = 30_000;

/** Starts a server and waits until it can be used. The answer stops it; it also goes with this process. */
export async function startServer({
  command,
  args,
  ready,
  stopSignal,
  ...owner
}: ServerCommand): Promise<() => Promise<void>> {
  const child = spawn(command, args, { ...owner, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const end = () => void child.kill(stopSignal);
  process.once('exit', end);
  let written = '';
  const isReady = new Promise<true>((resolve) => {
    const read = (part: Buffer) => {
      written += part.toString();
      if (ready.test(written)) resolve(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const timer = new AbortController();
  const tooLate = wait(PATIENCE, undefined, { signal: timer.signal }).catch(() => undefined);
  const started = await Promise.race([
    isReady,
    ended.then(
      () => false,
      () => false,
    ),
    tooLate,
  ]);
  timer.abort();
  if (started !== true) {
    end();
    throw new Error(written.trim().split('\n').slice(-3).join(' ') || `${command} said nothing`);
  }
  drain(child);
  return async () => {
    process.off('exit', end);
    end();
    await ended;
  };
}

/** What it writes from now on goes nowhere, lest a full pipe should hold it up. */
function drain(child: ChildProcess): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.removeAllListeners('data');
    stream?.resume();
  }
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
