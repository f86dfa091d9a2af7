import { type StoreApi, createStore } from 'zustand/vanilla';

/** What screen readers are told about a change that others can see. */
export interface AnnouncementsState {
  readonly text: string;
  /** Says one short sentence, even when it is the same one again. */
  readonly say: (text: string) => void;
}

export type Announcements = StoreApi<AnnouncementsState>;

/** Begins silent. */
export function createAnnouncements(): Announcements {
  return createStore<AnnouncementsState>()((set) => ({
    text: '',
    // A no-break space makes a repeated sentence differ, so that it is read again.
    say: (text) => set((state) => ({ text: state.text === text ? `${text}\u00a0` : text })),
  }));
}
