import type { Notification } from './notification.ts';

/** A notification as Halo answers it, by itself and among the events of its webhook. */
export function renderNotification(notification: Notification): Record<string, unknown> {
  return { ...notification, condition_count: notification.conditions.length };
}
