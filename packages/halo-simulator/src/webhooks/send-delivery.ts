import { haloDate } from '../http/halo-date.ts';
import type { Delivery } from './delivery.ts';
import type { Webhook } from './webhook.ts';

const timeoutMs = 10_000;
const keptCharacters = 64 * 1024;

/** A delivery that is about to be sent. */
export interface Dispatch {
  readonly id: string;
  readonly notificationId: number;
  readonly ticketId: number;
  readonly body: string;
}

/**
 * Sends one request to a webhook's URL, and hands over the delivery twice: under way, and done.
 * Whatever goes wrong is written into the delivery; it never throws, and never tries again by itself.
 */
export async function sendDelivery(
  webhook: Webhook,
  dispatch: Dispatch,
  { record, closing }: { record(delivery: Delivery): void; readonly closing: AbortSignal },
): Promise<void> {
  const headers = headersFor(webhook);
  const start = performance.now();
  const begun: Delivery = {
    id: dispatch.id,
    webhook_id: webhook.id,
    integration_method_id: 0,
    notification_id: dispatch.notificationId,
    timestamp: haloDate(),
    status: 1,
    duration: 0,
    requestheaders: JSON.stringify(withoutSecret(headers)),
    requestbody: dispatch.body,
    responsestatus: 0,
    responseheaders: '{}',
    responsebody: '',
    entity_id: dispatch.ticketId,
    error: false,
  };
  record(begun);
  const seconds = () => Math.round(performance.now() - start) / 1000;

  try {
    const response = await fetch(webhook.url, {
      method: webhook.method === 1 ? 'GET' : 'POST',
      headers,
      body: webhook.method === 1 ? null : dispatch.body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]),
    });
    const text = await response.text();
    record({
      ...begun,
      status: response.status < 400 ? 2 : 3,
      duration: seconds(),
      responsestatus: response.status,
      responseheaders: JSON.stringify(Object.fromEntries(response.headers)),
      responsebody: text.slice(0, keptCharacters),
      error: response.status >= 400,
    });
  } catch (error) {
    record({ ...begun, status: 3, duration: seconds(), error: true, errormessage: reason(error) });
  }
}

function headersFor(webhook: Webhook): Record<string, string> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (webhook.authentication_type === 1) {
    const login = Buffer.from(`${webhook.username}:${webhook.password}`).toString('base64');
    headers['Authorization'] = `Basic ${login}`;
  }
  return headers;
}

function withoutSecret(headers: Record<string, string>): Record<string, string> {
  return 'Authorization' in headers ? { ...headers, Authorization: 'Basic ********' } : headers;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} seconds`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
