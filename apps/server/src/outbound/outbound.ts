import { HttpError } from '@sluice/connector-kit';
import { extended } from '@sluice/schema';
import type { Dispatcher } from 'undici';
import type { AllowedPeer } from '../config.ts';
import { createAllowList } from './allow-list.ts';
import { checkedHeaders, checkedMethod } from './checked-headers.ts';
import { Deadline } from './deadline.ts';
import { acceptedEncodings, decompress } from './decompress.ts';
import { type WireReply, exchange } from './exchange.ts';
import { type Lookup, guardedAgent } from './guarded-agent.ts';
import { outboundError } from './outbound-error.ts';
import { outboundUrl } from './outbound-url.ts';

/** The only way out of this server: every request to another system passes through here. */
export interface Outbound {
  /**
   * Sends one request and reads the whole answer, whatever its status. A GET follows up to five
   * redirects, each checked anew. Throws an `HttpError` when there is no whole answer.
   */
  send(request: OutboundRequest): Promise<RawReply>;
  /** Permits one more host or network, such as `{ host: '127.0.0.1', port: 8090 }`. */
  allowAlso(peer: AllowedPeer): void;
  /** Ends idle connections, once the requests under way have ended. */
  close(): Promise<void>;
}

export interface OutboundRequest {
  readonly method: string;
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for everything, redirects and the body included. Default: 30,000. */
  readonly timeoutMs?: number;
  /** Bytes the decompressed answer may have. Default: 10 MiB. */
  readonly maxBytes?: number;
  /** The time of whoever asks, if that may be less. */
  readonly deadline?: Deadline;
}

/** An answer without its compression. */
export type RawReply = WireReply;

export interface OutboundOptions {
  /** Hosts and networks that are reached although they are private. */
  readonly allow: readonly AllowedPeer[];
  /** How names are resolved. Default: as the operating system does. */
  readonly lookup?: Lookup;
}

/** Opens the way out. */
export function createOutbound({ allow, lookup }: OutboundOptions): Outbound {
  const allowList = createAllowList(allow);
  const agent = guardedAgent(allowList, lookup);

  async function follow(request: OutboundRequest, deadline: Deadline): Promise<RawReply> {
    let url = outboundUrl(request.url);
    let headers = extended(defaultHeaders, checkedHeaders(request.headers ?? {}));
    const method = checkedMethod(request.method);
    for (let redirects = 0; ; redirects += 1) {
      const reply = await sendOnce({ ...request, method, url, headers }, agent, deadline);
      const target = redirectTarget(method, reply, url);
      if (!target) return reply;
      if (redirects === MAX_REDIRECTS) {
        throw new HttpError('status', `${url.host} redirects more than ${MAX_REDIRECTS} times.`, {
          status: reply.status,
        });
      }
      // Any header may be a credential, so another origin gets none of them.
      if (target.origin !== url.origin) headers = { ...defaultHeaders };
      url = target;
    }
  }

  return {
    send: async (request) => {
      const { timeoutMs = DEFAULT_TIMEOUT_MS } = request;
      const deadline = new Deadline(timeoutMs, () => tooLate(timeoutMs), request.deadline);
      try {
        return await follow(request, deadline);
      } finally {
        deadline.end();
      }
    },
    allowAlso: (peer) => allowList.add(peer),
    close: () => agent.close(),
  };
}

function tooLate(timeoutMs: number): HttpError {
  return new HttpError('timeout', `No whole answer came within ${timeoutMs / 1000} s.`);
}

const MAX_REDIRECTS = 5;
const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

const defaultHeaders: Readonly<Record<string, string>> = {
  accept: 'application/json, */*;q=0.5',
  'accept-encoding': acceptedEncodings,
  'user-agent': 'Sluice',
};

interface OneRequest extends OutboundRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

async function sendOnce(
  { method, url, headers, body, maxBytes = DEFAULT_MAX_BYTES }: OneRequest,
  dispatcher: Dispatcher,
  deadline: Deadline,
): Promise<RawReply> {
  try {
    const wire = await exchange(dispatcher, { method, url, headers, body, maxBytes }, deadline);
    const empty = method === 'HEAD' || wire.status === 204 || wire.status === 304;
    if (empty) return wire;
    const plain = await decompress(wire.body, wire.headers['content-encoding'], maxBytes);
    return { ...wire, body: plain };
  } catch (error) {
    throw deadline.reason ?? outboundError(error, url.host);
  }
}

/** Where a redirect leads; undefined when the answer is not one that is followed. */
function redirectTarget(method: string, reply: RawReply, from: URL): URL | undefined {
  const { location } = reply.headers;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (![301, 302, 303, 307, 308].includes(reply.status) || location === undefined) return undefined;
  return outboundUrl(location, from);
}
