import { STATUS_CODES } from 'node:http';
import type { Problem } from '@sluice/schema';

/** Thrown by any route to answer with an RFC 9457 problem document; see `answer-problems.ts`. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly extras: Readonly<Record<string, unknown>>;

  /** `detail` says what happened and what to do, for a person. */
  constructor(
    status: number,
    detail: string,
    more: { headers?: Record<string, string>; extras?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.status = status;
    this.headers = more.headers ?? {};
    this.extras = more.extras ?? {};
  }

  /** The document itself. */
  get document(): Problem {
    return {
      type: 'about:blank',
      title: STATUS_CODES[this.status] ?? 'Error',
      status: this.status,
      detail: this.message,
      ...this.extras,
    };
  }
}

/** 404 for something that is not there, or not for this user. */
export function notFound(what: string): HttpProblem {
  return new HttpProblem(404, `There is no such ${what}. It may have been deleted.`);
}
