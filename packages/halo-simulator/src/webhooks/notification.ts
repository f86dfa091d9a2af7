import type { FieldsOf } from '../http/field-kinds.ts';

/** The fields of a notification that a POST can set. */
export const notificationFields = {
  id: 'integer',
  webhook_id: 'text',
  eventno: 'integer',
  name: 'text',
  type: 'integer',
  delivery_method: 'integer',
  agent_id: 'integer',
  filter_type: 'integer',
  conditions: 'list',
} as const;

/** A notification as a caller writes it. */
export type NotificationFields = FieldsOf<typeof notificationFields>;

/** The row that binds an event, under conditions, to a webhook. */
export interface Notification {
  readonly id: number;
  readonly webhook_id: string;
  readonly eventno: number;
  readonly name: string;
  readonly type: number;
  readonly delivery_method: number;
  readonly agent_id: number;
  readonly filter_type: number;
  readonly conditions: readonly Readonly<Record<string, unknown>>[];
}
