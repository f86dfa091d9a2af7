import type { ErrorRequestHandler } from 'express';
import { answer } from './answer.ts';
import { HaloError } from './halo-error.ts';

/** Turns whatever a route threw into the answer; the last handler of the app. */
// oxlint-disable-next-line max-params -- Express tells an error handler by its four parameters.
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof HaloError) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    answer(response, error.status, error.body);
    return;
  }
  answer(response, 500, { error: error instanceof Error ? error.message : String(error) });
};
