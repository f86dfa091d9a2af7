import { fileURLToPath } from 'node:url';
import { RunningProcess } from '../processes/running-process.ts';
import type { HaloLogin } from './sluice-api.ts';

const main = fileURLToPath(new URL('../../../halo-simulator/dist/main.js', import.meta.url));

/** What Halo holds, as far as it is looked at here. */
export interface HaloState {
  readonly tickets: readonly { readonly summary: string }[];
  /** Each ticket also has one that Halo itself added when it was logged. */
  readonly actions: readonly { readonly note: string }[];
}

/** The Halo simulator in a process of its own, so that it survives what is killed. */
export class HaloProcess {
  readonly url: string;
  readonly #process: RunningProcess;

  private constructor(url: string, process: RunningProcess) {
    this.url = url;
    this.#process = process;
  }

  /** Starts one without Halo's budget of requests. */
  static async start(): Promise<HaloProcess> {
    const started = new RunningProcess(main);
    const [url] = await started.says(/http:\/\/127\.0\.0\.1:\d+/);
    const halo = new HaloProcess(url, started);
    await halo.setQuirks({ requestsPerFiveMinutes: 0 });
    return halo;
  }

  credentials(): Promise<HaloLogin> {
    return this.#get('/simulator/credentials');
  }

  state(): Promise<HaloState> {
    return this.#get('/simulator/state');
  }

  /** How many of each there are, and a number that changes with every change. */
  count(): Promise<{ revision: number; counts: { tickets: number; actions: number } }> {
    return this.#get('/simulator/state?last=1');
  }

  /** The last few thousand requests, oldest first. */
  requests(): Promise<readonly { readonly at: string; readonly path: string }[]> {
    return this.#get('/simulator/requests');
  }

  async setQuirks(quirks: object): Promise<void> {
    await this.#send('PUT', '/simulator/quirks', quirks);
  }

  /** Forgets all tickets and quirks; there is still no budget of requests. */
  async reset(): Promise<void> {
    await this.#send('POST', '/simulator/reset', {});
    await this.setQuirks({ requestsPerFiveMinutes: 0 });
  }

  end(): Promise<void> {
    return this.#process.end();
  }

  async #get<Answer>(path: string): Promise<Answer> {
    return (await fetch(this.url + path)).json() as Promise<Answer>;
  }

  async #send(method: string, path: string, body: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The simulator says: ${await answer.text()}`);
  }
}
