import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fromSource } from './test-databases.ts';
import { environment } from './test-sluice.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** For tests: the real server as a process of its own, as an operator starts it. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<string>;
  /** Resolves to the exit code, or to the signal that ended it, once it has ended. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  #output = '';

  /** `env` comes on top of what `environment` says. */
  constructor(dataDir: string, env: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, [...fromSource, main], {
      env: { PATH: process.env['PATH'], ...environment(dataDir), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => resolve(code ?? signal));
    });
    this.#ready = new Promise((resolve, reject) => {
      const read = (part: Buffer) => {
        this.#output += part.toString();
        const [, url] = /Sluice is ready: (\S+)/.exec(this.#output) ?? [];
        if (url !== undefined) resolve(url);
      };
      this.#child.stdout?.on('data', read);
      this.#child.stderr?.on('data', read);
      void this.ended.then((how) => reject(new Error(`It ended (${how}): ${this.#output}`)));
    });
    this.#ready.catch(() => undefined);
  }

  /** Where it listens, once it does; throws what it said if it ended instead. */
  get ready(): Promise<string> {
    return this.#ready;
  }

  /** All that it has written, to either stream. */
  get output(): string {
    return this.#output;
  }

  /** Sends a signal that does not end it, such as SIGSTOP. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    this.#child.kill(signal);
    return this.ended;
  }
}
