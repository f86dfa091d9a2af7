import { HttpError } from '@sluice/connector-kit';
import type { Dispatcher } from 'undici';
import type { Deadline } from './deadline.ts';

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Bytes that the answer may have as it comes, compressed or not. */
  readonly maxBytes: number;
}

/** An answer as it came over the wire. */
export interface WireReply {
  readonly status: number;
  /** Names in lower case; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Sends one request and collects its whole answer. It hears the pool directly, as a stream for each
 * of many small answers costs more than the answers. Throws what undici throws, an `HttpError` of
 * kind `body` for too large an answer, or the deadline's reason.
 */
export function exchange(
  dispatcher: Dispatcher,
  { method, url, headers, body, maxBytes }: WireRequest,
  deadline: Deadline,
): Promise<WireReply> {
  return new Promise<WireReply>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let head: Pick<WireReply, 'status' | 'headers'> | undefined;
    let leave = (): void => {};
    const request = {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: method as Dispatcher.HttpMethod,
      headers,
      body: body ?? null,
    };
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        leave = deadline.onOver((reason) => controller.abort(reason));
      },
      onResponseStart(_controller, status, given) {
        // Those below 200 only announce the answer.
        if (status >= 200) head = { status, headers: flat(given) };
      },
      onResponseData(controller, chunk) {
        length += chunk.length;
        if (length > maxBytes) controller.abort(tooLarge(maxBytes));
        else chunks.push(chunk);
      },
      onResponseEnd() {
        leave();
        if (!head) return;
        resolve({
          body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length),
          ...head,
        });
      },
      onResponseError(_controller, error) {
        leave();
        reject(error);
      },
    });
  });
}

/** What is said of an answer that has more bytes than it may. */
export function tooLarge(maxBytes: number): HttpError {
  return new HttpError('body', `The answer is larger than ${Math.floor(maxBytes / 1024)} KiB.`);
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const joined: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers)) {
    joined[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}
