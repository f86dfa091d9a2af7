import type { Action } from './actions/action.ts';
import type { SeenRequest } from './http/request-log.ts';
import type { Quirks } from './quirks/quirks.ts';
import type { TicketFields } from './tickets/ticket-fields.ts';
import type { Ticket } from './tickets/ticket.ts';
import type { Delivery } from './webhooks/delivery.ts';
import type { Notification } from './webhooks/notification.ts';
import type { Webhook } from './webhooks/webhook.ts';

/** How to start a simulator; all of it optional. */
export interface HaloSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly tenant?: string;
  /** Where the records are kept between starts; without it they end with the process. */
  readonly stateFile?: string;
  /** What differs from `defaultQuirks` at the start and after each reset. */
  readonly quirks?: Partial<Quirks>;
}

/** What Halo holds now: fresh lists at each reading, oldest first (actions by ticket). */
export interface HaloView {
  readonly tickets: readonly Ticket[];
  readonly actions: readonly Action[];
  readonly webhooks: readonly Webhook[];
  readonly notifications: readonly Notification[];
  readonly deliveries: readonly Delivery[];
  /** The last 5,000 requests under `/api` and `/auth`. */
  readonly requests: readonly SeenRequest[];
}

/** A running simulator. */
export interface HaloSimulator {
  /** Such as `http://127.0.0.1:4010`; the API is under `/api`, the tokens under `/auth`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenant: string;
  readonly state: HaloView;
  readonly quirks: Readonly<Quirks>;
  setQuirks(quirks: Partial<Quirks>): void;
  /** Makes every token that was issued invalid at once. */
  expireTokens(): void;
  /** Logs a ticket as a person at Halo's screen does. */
  logTicket(fields: TicketFields): Promise<Ticket>;
  /** Resolves when every queued delivery was sent and recorded. */
  idle(): Promise<void>;
  /** Forgets all records and requests, and takes the quirks back to those of the start; tokens stay valid. */
  reset(): void;
  close(): Promise<void>;
}
