import type { LiveMessage } from '@sluice/schema';

type Listener = (message: LiveMessage) => void;

/** Tells whoever is watching what happens to runs, as it happens. Within this process. */
export class LiveBus {
  readonly #listeners = new Set<Listener>();

  /** Whether anybody watches; building a message for nobody would slow every step. */
  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  publish(message: LiveMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  /** The answer ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
