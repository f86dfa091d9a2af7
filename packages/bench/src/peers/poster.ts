import { Pool } from 'undici';
import { ticketDelivery } from './ticket-delivery.ts';

export interface PosterJob {
  /** Trigger URLs; signals go to them in turn. */
  readonly urls: readonly string[];
  readonly name: string;
  readonly connections: number;
  readonly most: number;
}

/** Posts signals until told to stop, and remembers which were accepted. */
export class Poster {
  /** The request id that each accepted signal was given, by its marker. */
  readonly accepted = new Map<string, string>();
  /** Resolves once nothing is under way any more. */
  readonly done: Promise<void>;
  readonly #job: PosterJob;
  #next = 0;
  #stopped = false;

  constructor(job: PosterJob) {
    this.#job = job;
    const pools = job.urls.map(
      (url) => new Pool(new URL(url).origin, { connections: job.connections }),
    );
    const senders = Array.from({ length: job.connections }, () => this.#post(pools));
    this.done = Promise.all(senders)
      .then(() => Promise.all(pools.map((pool) => pool.destroy())))
      .then(() => undefined);
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return this.done;
  }

  async #post(pools: readonly Pool[]): Promise<void> {
    const { urls, name, most } = this.#job;
    while (!this.#stopped && this.#next < most) {
      const index = this.#next++;
      const marker = `${name}-${index}`;
      const { pathname, search } = new URL(urls[index % urls.length] ?? '');
      const accepted = await pools[index % urls.length]
        ?.request({
          method: 'POST',
          path: pathname + search,
          headers: { 'content-type': 'application/json' },
          body: ticketDelivery(marker),
        })
        .then(async ({ statusCode, body }) => {
          const answer = (await body.json()) as { requestId?: string };
          return statusCode === 202 ? answer.requestId : undefined;
        })
        .catch(() => undefined);
      if (accepted !== undefined) this.accepted.set(marker, accepted);
    }
  }
}
