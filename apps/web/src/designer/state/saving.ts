import type { Flow, FlowDetail } from '@sluice/schema';
import { type StoreApi, createStore } from 'zustand/vanilla';

/**
 * How far the draft has been saved.
 *
 * `refused`: the server will not take it as it is. `unreachable`: it is tried again until it is.
 * `conflict`: somebody else saved first, and the person must choose.
 */
export type SavingPhase = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'refused' | 'conflict';

/** The draft's saving, kept apart from the document so that undo never brings an old version back. */
export interface SavingState {
  readonly phase: SavingPhase;
  /** The flow as the server last confirmed it. */
  readonly confirmed: Flow;
  /** The version of the draft that the server last confirmed. */
  readonly version: number;
  readonly savedAt: string;
  /** Why it could not be saved, in words. */
  readonly reason?: string;
  /** The other person's flow, while the phase is `conflict`. */
  readonly theirs?: FlowDetail;
}

export type Saving = StoreApi<SavingState>;

/** Begins with a flow as the server has it. */
export function createSaving(flow: Flow & Pick<FlowDetail, 'updatedAt'>): Saving {
  return createStore<SavingState>()(() => ({
    phase: 'saved',
    confirmed: flow,
    version: flow.version,
    savedAt: flow.updatedAt,
  }));
}
