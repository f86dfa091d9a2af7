/**
 * An HTTP client for one connection: it carries the address, the credentials, the request budget
 * and the outbound rules. A path that begins with `/` is put behind the connection's address.
 */
export interface Http {
  get<Body>(path: string, options?: RequestOptions): Promise<HttpReply<Body>>;
  post<Body>(path: string, body: unknown, options?: RequestOptions): Promise<HttpReply<Body>>;
  delete<Body>(path: string, options?: RequestOptions): Promise<HttpReply<Body>>;
  send<Body>(request: HttpRequest): Promise<HttpReply<Body>>;
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the answer must be there. */
  readonly timeoutMs?: number;
}

export interface HttpRequest extends RequestOptions {
  readonly method: string;
  /** A path of the connection, or a whole URL where there is no connection. */
  readonly url: string;
  /** Sent as JSON, unless it is text (sent as it is) or `form` is given. */
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

/** An answer of 2xx. Anything else is thrown as an `HttpError`. */
export interface HttpReply<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when the answer is JSON, else text; undefined when empty. */
  readonly body: Body;
}

export type HttpErrorKind =
  /** An answer came, and it is not 2xx. */
  | 'status'
  /** No whole answer in time. */
  | 'timeout'
  /** No connection, or it broke off. */
  | 'network'
  /** The answer said JSON and was not, or was too large. */
  | 'body'
  /** Our own rules forbid the address; nothing was sent. */
  | 'forbidden-address'
  /** The connection's request budget is used up, or it is resting; nothing was sent. */
  | 'budget';

/** A request that did not end with an answer of 2xx. Nobody needs to read its text to tell what happened. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly kind: HttpErrorKind;
  readonly status: number | undefined;
  /** The answer's; none when there was no answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's body, parsed when JSON. */
  readonly body: unknown;
  readonly retryAfterSeconds: number | undefined;
  /** Nothing reached the other side: there was not even a connection. */
  readonly notSent: boolean;

  constructor(kind: HttpErrorKind, message: string, details: HttpErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.headers = details.headers ?? {};
    this.body = details.body;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.notSent = details.notSent ?? false;
  }

  /** Whether the other side may have carried the request out although we cannot know. */
  get outcomeUnknown(): boolean {
    if (this.notSent) return false;
    if (this.kind === 'timeout' || this.kind === 'network' || this.kind === 'body') return true;
    return this.kind === 'status' && (this.status ?? 0) >= 500;
  }
}

interface HttpErrorDetails {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly retryAfterSeconds?: number;
  readonly notSent?: boolean;
  readonly cause?: unknown;
}
