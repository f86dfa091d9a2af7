import type { Visitor } from '@sluice/schema';

/** What the processes of one installation tell each other. Losing one costs time, never a run. */
export type ClusterMessage =
  /** A flow was published, switched or deleted: its triggers are to be read again. */
  | { readonly kind: 'flows-changed' }
  /** A user's rights changed: their event streams are to end. */
  | { readonly kind: 'access-changed'; readonly userId: string }
  /** Runs that this one called have ended. */
  | { readonly kind: 'run-woken'; readonly runId: string }
  | { readonly kind: 'run-cancelled'; readonly runId: string; readonly by: string }
  /** Events of a run were stored: those from one number up to, and without, another. */
  | {
      readonly kind: 'run-moved';
      readonly runId: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'signal-stored'; readonly signalId: string }
  /** A flow was saved, published or switched: whoever has it open is to know. */
  | { readonly kind: 'flow-moved'; readonly flowId: string }
  /** A page has a flow open; see `Presence`. */
  | { readonly kind: 'visitor-seen'; readonly flowId: string; readonly visitor: Visitor }
  | { readonly kind: 'visitor-left'; readonly flowId: string; readonly key: string }
  /** Somebody looks at live events through this process, so the others should tell it of them. */
  | { readonly kind: 'watching' };

/** The other processes of this installation. */
export interface Cluster {
  /** Tells the others; not this process itself. Never waits and never throws. */
  send(message: ClusterMessage): void;
  /** Hears what others send. */
  listen(listener: (message: ClusterMessage) => void): void;
  close(): Promise<void>;
}

/** One process has nobody to talk to. */
export const alone: Cluster = { send: () => {}, listen: () => {}, close: async () => {} };
