import type { FlowNews, NodeId, Visitor } from '@sluice/schema';
import { newId } from '../state/new-id.ts';
import { type StoreApi, createStore } from 'zustand/vanilla';

/** Who else is here, and what they saved that is not shown yet. */
export interface PresenceState {
  /** Names this page among all that have the flow open. */
  readonly tab: string;
  readonly others: readonly Visitor[];
  /** A newer version of the flow than this page has. */
  readonly news?: FlowNews | undefined;
}

export type Presence = StoreApi<PresenceState>;

/** Begins alone. */
export function createPresence(): Presence {
  return createStore<PresenceState>()(() => ({ tab: newId(), others: [] }));
}

/** The names of those who have a node open, as one text. */
export function namesAt({ others }: PresenceState, nodeId: NodeId): string {
  return others
    .filter((each) => each.nodeId === nodeId)
    .map(({ name }) => name)
    .join(', ');
}
