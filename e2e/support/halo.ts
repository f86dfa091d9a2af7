import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What Halo holds, as far as the stories look at it. */
export interface HaloState {
  readonly tickets: readonly HaloTicket[];
  readonly actions: readonly { readonly ticket_id: number; readonly note: string }[];
  readonly webhooks: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
  }[];
}

interface HaloTicket {
  readonly id: number;
  readonly summary: string;
  readonly status_id: number;
}

/** A Halo simulator, known by HTTP only: one that runs already (`HALO_URL`), or one of our own. */
export class Halo {
  readonly url: string;
  readonly #process: ChildProcess | undefined;

  private constructor(url: string, process?: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<Halo> {
    const running = process.env['HALO_URL'];
    if (running) return new Halo(running);
    const main = fileURLToPath(
      new URL('../../packages/halo-simulator/dist/main.js', import.meta.url),
    );
    const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    return new Halo(url, child);
  }

  /** The values that a connection to it asks for. */
  async credentials(): Promise<{ clientId: string; clientSecret: string; tenant: string }> {
    return (await fetch(`${this.url}/simulator/credentials`)).json();
  }

  async state(): Promise<HaloState> {
    return (await fetch(`${this.url}/simulator/state?last=1000`)).json();
  }

  async setQuirks(quirks: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${this.url}/simulator/quirks`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(quirks),
    });
  }

  stop(): void {
    this.#process?.kill();
  }
}
