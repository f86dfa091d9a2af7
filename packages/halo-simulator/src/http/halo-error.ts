/**
 * A refusal as Halo words it. Thrown anywhere under a route, turned into the answer in one place.
 *
 * A `body` left undefined is an answer with an empty body, which Halo gives for 401, 403 and 404.
 */
export class HaloError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(typeof body === 'string' ? body : `Halo answers ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
