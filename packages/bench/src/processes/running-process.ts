import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Given to Node itself, such as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[];
}

/** Milliseconds that a process may take to say where it listens, or to end by itself. */
const PATIENCE = 60_000;
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A Node program in a process of its own; it never outlives this one. */
export class RunningProcess {
  readonly #child: ChildProcess;
  /** Resolves once it has ended. */
  readonly ended: Promise<void>;
  #output = '';

  constructor(script: string, { args = [], env = {}, nodeArgs = [] }: ProcessOptions = {}) {
    this.#child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this.#child);
    const read = (part: Buffer) => void (this.#output += part.toString());
    this.#child.stdout?.on('data', read);
    this.#child.stderr?.on('data', read);
    this.ended = new Promise((resolve) => {
      this.#child.once('close', () => {
        running.delete(this.#child);
        resolve();
      });
    });
  }

  /** All that it has written, to either stream. */
  get output(): string {
    return this.#output;
  }

  /** What it writes matches this; throws what it wrote instead. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + PATIENCE;
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found) return found;
      if (over || Date.now() > deadline) throw new Error(`A process failed: ${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Megabytes it holds now and held at most, as Linux counts; NaN elsewhere. */
  memory(): { readonly now: number; readonly peak: number } {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const megabytes = (name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    } catch {
      return { now: Number.NaN, peak: Number.NaN };
    }
  }

  /** Milliseconds of processor time it has used, as Linux counts in hundredths; NaN elsewhere. */
  cpu(): number {
    try {
      const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) * 10;
    } catch {
      return Number.NaN;
    }
  }

  /** Sends a signal and waits for the end; whoever does not end in time is killed. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    await this.ended;
    clearTimeout(killer);
  }
}
