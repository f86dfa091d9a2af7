import { useStore } from 'zustand';
import { useDesigner } from '../state/designer-context.ts';
import type { PresenceState } from './presence-store.ts';

/** Reads one part of who else is here. */
export function usePresenceStore<Part>(select: (state: PresenceState) => Part): Part {
  return useStore(useDesigner().presence, select);
}
