import type { FlowNews, LiveMessage, Signal, Visitors } from '@sluice/schema';

/** What is told as it happens: about a run, a signal that arrived, a flow, or who has one open. */
export type News =
  | { readonly name: 'run'; readonly data: LiveMessage }
  | { readonly name: 'signal'; readonly data: Signal }
  | { readonly name: 'flow'; readonly data: FlowNews }
  | { readonly name: 'visitors'; readonly data: Visitors };

type Listener = (news: News) => void;

/** Tells whoever is watching what happens, as it happens. Within this process. */
export class LiveBus {
  readonly #listeners = new Set<Listener>();
  /** Called when somebody begins to watch after nobody did. */
  onWatched: () => void = () => {};

  /** Whether anybody watches; building news for nobody would slow every step. */
  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  publish(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** The answer ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.onWatched();
    return () => this.#listeners.delete(listener);
  }
}
