import { fileURLToPath } from 'node:url';
import type { SendJob, SendReport } from '../peers/send-job.ts';
import { RunningProcess } from './running-process.ts';

/** The mock of the other system, in a process of its own. */
export class Mock {
  readonly url: string;
  readonly #process: RunningProcess;

  private constructor(url: string, process: RunningProcess) {
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<Mock> {
    const started = new RunningProcess(script('mock-main'));
    return new Mock(await urlOf(started), started);
  }

  /** How many calls there were, and how many runs made their last one. */
  async count(): Promise<{ readonly calls: number; readonly finished: number }> {
    return (await fetch(`${this.url}/count`)).json() as Promise<never>;
  }

  /** When the last call of each run arrived, by the run's marker, on the shared clock. */
  async finishedAt(): Promise<Readonly<Record<string, number>>> {
    const seen = (await (await fetch(`${this.url}/seen`)).json()) as { finishedAt: never };
    return seen.finishedAt;
  }

  async forget(): Promise<void> {
    await fetch(`${this.url}/forget`, { method: 'POST' });
  }

  end(): Promise<void> {
    return this.#process.end();
  }
}

/** Starts the bare server that is the ceiling; `client` is what it calls with, `agent`, `fetch` or `undici`. */
export async function startCeiling(mock: Mock, client: string): Promise<Target> {
  const started = new RunningProcess(script('ceiling-main'), { args: [client, mock.url] });
  return { name: 'ceiling', url: await urlOf(started), process: started };
}

/** What signals are sent to: the ceiling or Sluice. */
export interface Target {
  readonly name: string;
  /** Where a signal is posted. */
  readonly url: string;
  readonly process: RunningProcess;
}

/** Sends signals from a process of its own. */
export async function send(job: SendJob): Promise<SendReport> {
  const sender = new RunningProcess(script('sender-main'), { args: [JSON.stringify(job)] });
  await sender.ended;
  const [line = ''] = (await sender.says(/sent\n$/)).input.split('\n');
  return JSON.parse(line);
}

async function urlOf(started: RunningProcess): Promise<string> {
  const [url] = await started.says(/http:\/\/127\.0\.0\.1:\d+/);
  return url;
}

function script(name: string): string {
  return fileURLToPath(new URL(`../peers/${name}.js`, import.meta.url));
}
