import { STATUS_CODES } from 'node:http';
import {
  type Authorization,
  HttpError,
  type HttpReply,
  type HttpRequest,
} from '@sluice/connector-kit';
import { type HttpExchange, isoTime } from '@sluice/schema';
import type { Deadline } from '../outbound/deadline.ts';
import type { Outbound, RawReply } from '../outbound/outbound.ts';
import { parseBody, textOf } from '../outbound/parse-body.ts';
import { maskExchange } from './mask-exchange.ts';
import { requestUrl } from './request-url.ts';
import type { SecretMask } from './secret-mask.ts';

/** What a request needs besides itself. */
export interface Sending {
  readonly outbound: Outbound;
  readonly secrets: SecretMask;
  readonly now: () => number;
  readonly onExchange?: ((exchange: HttpExchange) => void) | undefined;
  readonly deadline?: Deadline | undefined;
  /** Called just before anything is sent; what it throws keeps it from being sent. */
  readonly beforeSending?: (() => void) | undefined;
}

/**
 * Sends one request, records it masked, and returns its answer when that is 2xx. The authorisation's
 * headers win over the request's own. Throws an `HttpError` for everything else.
 */
export async function sendRequest(
  request: HttpRequest,
  { outbound, secrets, now, onExchange, deadline, beforeSending }: Sending,
  authorization?: Authorization,
): Promise<HttpReply> {
  const url = requestUrl(request, authorization?.baseUrl);
  const { body, type } = bodyOf(request);
  const headers: Record<string, string> = {};
  if (type !== undefined) headers['content-type'] = type;
  addLowerCased(headers, request.headers);
  addLowerCased(headers, authorization?.headers);
  const startedAt = now();
  const record = (end: { reply: RawReply } | { error: unknown }) =>
    onExchange?.(
      maskExchange(
        {
          at: isoTime(startedAt),
          method: request.method,
          url: url.href,
          requestHeaders: headers,
          ...(body !== undefined && { requestBody: body }),
          durationMs: now() - startedAt,
          ...('reply' in end ? recordedReply(end.reply) : { error: messageOf(end.error) }),
        },
        secrets,
      ),
    );

  beforeSending?.();
  let reply: RawReply;
  try {
    reply = await outbound.send({
      method: request.method,
      url,
      headers,
      ...(body !== undefined && { body }),
      ...(request.timeoutMs !== undefined && { timeoutMs: request.timeoutMs }),
      ...(deadline && { deadline }),
    });
  } catch (error) {
    record({ error });
    throw error;
  }
  record({ reply });
  return readReply(reply, url.host, startedAt);
}

function readReply(reply: RawReply, host: string, now: number): HttpReply {
  const { status, headers } = reply;
  const body = parseBody(reply);
  if (status >= 200 && status <= 299) return { status, headers, body };
  const retryAfterSeconds = readRetryAfter(headers['retry-after'], now);
  const name = STATUS_CODES[status];
  throw new HttpError('status', `${host} answered ${status}${name ? ` ${name}` : ''}.`, {
    status,
    headers,
    body,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

/** Seconds, or a date; undefined when it is neither. */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function bodyOf({ body, form }: HttpRequest): { body?: string; type?: string } {
  if (form) {
    const type = 'application/x-www-form-urlencoded';
    return { body: new URLSearchParams(form).toString(), type };
  }
  if (body === undefined) return {};
  if (typeof body === 'string') return { body, type: 'text/plain; charset=utf-8' };
  return { body: JSON.stringify(body), type: 'application/json' };
}

function recordedReply({ status, headers, body }: RawReply) {
  const type = headers['content-type'] ?? '';
  const readable = /^$|text|json|xml|form|javascript/i.test(type);
  return {
    status,
    responseHeaders: headers,
    responseBody: readable ? textOf(body, type) : `(${body.length} bytes of ${type})`,
  };
}

function addLowerCased(
  to: Record<string, string>,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) to[name.toLowerCase()] = value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
