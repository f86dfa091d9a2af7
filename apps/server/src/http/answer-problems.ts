import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { isStorageTrouble } from '../storage/is-storage-trouble.ts';
import { HttpProblem } from './http-problem.ts';

/** Turns whatever a route threw into one problem document; a bug is logged and told as 500. */
export function answerProblems(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- express knows an error handler by its four parameters
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = asProblem(error);
    if (problem.status === 500) logger.error({ err: error, path: request.path }, 'unexpected');
    response
      .status(problem.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(JSON.stringify(problem.document));
  };
}

/** The answer for addresses that nobody serves. */
export const answerNotFound: RequestHandler = (request) => {
  throw new HttpProblem(404, `There is nothing at ${request.path.slice(0, 200)}.`);
};

/** Errors of the body parser carry a `type`. What nobody foresaw is a bug. */
function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { type, status } = error as { type?: unknown; status?: unknown };
  switch (type) {
    case 'entity.parse.failed':
      return new HttpProblem(400, 'The body is not valid JSON.');
    case 'entity.too.large':
      return new HttpProblem(413, `The body is too large${limitOf(error)}. Send less at once.`);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new HttpProblem(415, 'Send the body as UTF-8 JSON, uncompressed.');
    case 'request.aborted':
    case 'request.size.invalid':
      return new HttpProblem(400, 'The body is shorter or longer than announced.');
  }
  if (isStorageTrouble(error)) {
    return new HttpProblem(503, 'The database cannot be written just now. Try again shortly.', {
      headers: { 'Retry-After': '5' },
    });
  }
  if (error instanceof URIError || status === 400) {
    return new HttpProblem(400, 'The address is not properly encoded.');
  }
  return new HttpProblem(500, 'Something went wrong on our side. It has been logged.');
}

/** What the body parser reads at most, as far as it says so. */
function limitOf(error: unknown): string {
  const { limit } = error as { limit?: unknown };
  if (typeof limit !== 'number') return '';
  const size =
    limit < 1024 * 1024
      ? `${Math.floor(limit / 1024)} KB`
      : `${Math.floor(limit / 1024 / 1024)} MB`;
  return `: ${size} are read at most`;
}
