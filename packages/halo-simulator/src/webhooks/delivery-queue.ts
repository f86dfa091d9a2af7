import { randomUUID } from 'node:crypto';
import type { QuirkBoard } from '../quirks/quirk-board.ts';
import type { HaloState } from '../state/halo-state.ts';
import type { Delivery } from './delivery.ts';
import { type Dispatch, sendDelivery } from './send-delivery.ts';
import type { Parcel } from './parcel.ts';
import type { Webhook } from './webhook.ts';

const keptDeliveries = 5_000;

/** Sends what webhooks are owed: in order and one at a time for each webhook, side by side otherwise. */
export interface DeliveryQueue {
  add(webhook: Webhook, parcel: Parcel): void;
  /** Sends a recorded delivery again; undefined when there is no such delivery or webhook. */
  resend(deliveryId: string): Promise<Delivery> | undefined;
  /** Resolves when nothing is owed any more. */
  idle(): Promise<void>;
  /** Forgets what is still owed. */
  clear(): void;
  close(): Promise<void>;
}

/** Creates a queue that records its deliveries in the state. */
export function createDeliveryQueue(state: HaloState, quirks: QuirkBoard): DeliveryQueue {
  const owed = new Map<string, Parcel[]>();
  const busy = new Map<string, Promise<void>>();
  const closing = new AbortController();

  function record(delivery: Delivery): void {
    state.deliveries.set(delivery.id, delivery);
    if (state.deliveries.size > keptDeliveries) {
      const [oldest] = state.deliveries.keys();
      if (oldest !== undefined) state.deliveries.delete(oldest);
    }
    state.changed();
  }

  const send = (webhook: Webhook, dispatch: Dispatch) =>
    sendDelivery(webhook, dispatch, { record, closing: closing.signal });

  async function work(webhookId: string): Promise<void> {
    // The event's own request is answered before its webhooks go out.
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (;;) {
      const webhook = state.webhooks.get(webhookId);
      const parcels = owed.get(webhookId) ?? [];
      if (webhook === undefined || parcels.length === 0 || closing.signal.aborted) break;
      const dispatch = nextDispatch(webhook, parcels, quirks.current.batchDeliveries);
      await send(webhook, dispatch);
      if (quirks.current.duplicateDeliveries) await send(webhook, again(dispatch));
    }
    owed.delete(webhookId);
    busy.delete(webhookId);
  }

  function again(dispatch: Dispatch): Dispatch {
    const id = randomUUID();
    if (quirks.current.resendId === 'same') return { ...dispatch, id };
    return { ...dispatch, id, body: withNewId(dispatch.body, id) };
  }

  return {
    add(webhook, parcel) {
      const parcels = owed.get(webhook.id);
      if (parcels === undefined) owed.set(webhook.id, [parcel]);
      else parcels.push(parcel);
      if (!busy.has(webhook.id)) busy.set(webhook.id, work(webhook.id));
    },
    resend(deliveryId) {
      const delivery = state.deliveries.get(deliveryId);
      const webhook = delivery && state.webhooks.get(delivery.webhook_id);
      if (delivery === undefined || webhook === undefined) return undefined;
      const dispatch = again({
        id: delivery.id,
        notificationId: delivery.notification_id,
        ticketId: delivery.entity_id,
        body: delivery.requestbody,
      });
      return send(webhook, dispatch).then(() => state.deliveries.get(dispatch.id) ?? delivery);
    },
    async idle() {
      while (busy.size > 0) await Promise.all(busy.values());
    },
    clear: () => owed.clear(),
    async close() {
      closing.abort();
      owed.clear();
      await Promise.all(busy.values());
    },
  };
}

/** Takes the next parcel, or all those that the webhook's batching puts in one list. */
function nextDispatch(webhook: Webhook, parcels: Parcel[], batched: boolean): Dispatch {
  const method = batched ? 3 : webhook.batch_method;
  const first = parcels.shift()!;
  if (method === 0) return first;

  const group = parcels.filter((parcel) => belong(first, parcel, method));
  const others = parcels.filter((parcel) => !belong(first, parcel, method));
  parcels.splice(0, parcels.length, ...others);
  const bodies = [first, ...group].map((parcel) => parcel.body);
  return { ...first, body: `[${bodies.join(',')}]` };
}

function belong(first: Parcel, parcel: Parcel, method: number): boolean {
  if (method === 1) return parcel.notificationId === first.notificationId;
  return method === 2 ? parcel.eventno === first.eventno : true;
}

function withNewId(body: string, id: string): string {
  return body.replace(/"id":"[0-9a-f-]{36}"/, `"id":"${id}"`);
}
