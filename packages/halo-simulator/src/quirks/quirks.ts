import type { FailNext } from './fail-next.ts';

/** Everything about Halo that differs between versions, is not documented, or goes wrong. */
export interface Quirks {
  /** What a POST answers: the record alone, or a list of one. */
  answerShape: 'object' | 'array';
  /** Ids in tickets and webhooks as `3`, `3.0` or `"3"`. */
  idForm: 'integer' | 'double' | 'string';
  /** `/api/Agent` as a bare list, or under `results`. */
  agentList: 'array' | 'results';
  /** The budget of the rolling window of five minutes; 0 turns it off. */
  requestsPerFiveMinutes: number;
  /** Whether a 429 from the budget says when to come back. */
  sendRetryAfter: boolean;
  /** Refuses every request under `/api` with 429 for as long as it is not `off`. */
  rateLimit: 'off' | 'with-retry-after' | 'without-retry-after';
  /** The seconds that a forced 429 names. */
  retryAfterSeconds: number;
  /** How long a token issued from now on is valid. */
  tokenLifetimeSeconds: number;
  /** Waits this long before each answer. */
  delayMs: number;
  /** Cuts every connection before any work is done. */
  down: boolean;
  /** Does the work and cuts the connection instead of answering. */
  dropAnswer: boolean;
  /** Does the work and answers half of the JSON. */
  truncateAnswer: boolean;
  /** Refuses an update that lacks `tickettype_id` or `client_id` with "Record not found". */
  strictUpdate: boolean;
  /** Refuses a new ticket that names a user and no site. */
  userNeedsSite: boolean;
  /** The status of "Record not found" for an update of an unknown id. */
  unknownIdStatus: 400 | 404;
  /** Whether a ticket created through the API fires New Ticket Logged. Off, so that a flow that creates tickets cannot start itself. */
  webhooksForApiTickets: boolean;
  /** What a webhook's `payload_type` 0 means; 1 is the other of the two, 2 is event information only. */
  payloadTypeZero: 'full' | 'small';
  /** Sends every webhook as a list, whatever its `batch_method` says. */
  batchDeliveries: boolean;
  /** Sends every webhook twice. */
  duplicateDeliveries: boolean;
  /** The envelope's `id` when a delivery is sent again. */
  resendId: 'same' | 'new';
  /** Spoils the next requests that fit, each entry until its `count` is used up. */
  failNext: FailNext | readonly FailNext[] | null;
}

/** Halo as it is documented, on a good day. */
export const defaultQuirks: Readonly<Quirks> = {
  answerShape: 'object',
  idForm: 'integer',
  agentList: 'array',
  requestsPerFiveMinutes: 700,
  sendRetryAfter: false,
  rateLimit: 'off',
  retryAfterSeconds: 5,
  tokenLifetimeSeconds: 3600,
  delayMs: 0,
  down: false,
  dropAnswer: false,
  truncateAnswer: false,
  strictUpdate: false,
  userNeedsSite: true,
  unknownIdStatus: 400,
  webhooksForApiTickets: false,
  payloadTypeZero: 'full',
  batchDeliveries: false,
  duplicateDeliveries: false,
  resendId: 'same',
  failNext: null,
};
