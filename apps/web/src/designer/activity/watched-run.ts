import type { RunDetail } from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';

/** The run that is painted on the canvas, as far as it has come. */
export interface WatchedRunState {
  readonly run?: RunDetail;
}

export type WatchedRun = StoreApi<WatchedRunState>;

/** Begins with no run: the canvas shows the drawing alone. */
export function createWatchedRun(): WatchedRun {
  return createStore<WatchedRunState>()(() => ({}));
}
