import type { QuirkBoard } from '../quirks/quirk-board.ts';
import type { HaloState } from '../state/halo-state.ts';
import type { TicketEvent } from './ticket-event.ts';

/** What working on tickets needs: the records, the quirks, and someone to tell of events. */
export interface Desk {
  readonly state: HaloState;
  readonly quirks: QuirkBoard;
  readonly announce: (event: TicketEvent) => void;
}
