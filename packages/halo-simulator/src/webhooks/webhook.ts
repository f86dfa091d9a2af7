import type { FieldsOf } from '../http/field-kinds.ts';

/** The fields of a webhook that a POST can set. `events` is a joined view in Halo, and dropped. */
export const webhookFields = {
  id: 'text',
  name: 'text',
  url: 'text',
  type: 'integer',
  method: 'integer',
  active: 'flag',
  content_type: 'text',
  authentication_type: 'integer',
  username: 'text',
  password: 'text',
  custom_payload: 'flag',
  payload: 'text',
  payload_type: 'integer',
  batch_method: 'integer',
} as const;

/** A webhook as a caller writes it. */
export type WebhookFields = FieldsOf<typeof webhookFields>;

/** A webhook as it is stored. */
export interface Webhook {
  /** A GUID. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** 0 is a webhook, 1 a runbook. */
  readonly type: number;
  /** 0 is POST, 1 is GET. */
  readonly method: number;
  readonly active: boolean;
  readonly content_type: string;
  /** 0 is none, 1 is Basic with `username` and `password`. */
  readonly authentication_type: number;
  readonly username: string;
  readonly password: string;
  readonly custom_payload: boolean;
  /** The template of a custom payload, with `<<ticket^summary>>` and the like. */
  readonly payload: string;
  /** 0 and 1 are the full and the small ticket (see the quirk `payloadTypeZero`), 2 is the event alone. */
  readonly payload_type: number;
  /** 0 sends each occurrence by itself; 1 groups the same event, 2 the same type of event, 3 any. */
  readonly batch_method: number;
}
