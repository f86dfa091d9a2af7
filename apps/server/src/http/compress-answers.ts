import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses what pages are given, as their readers accept it. News goes out as it comes, and so as it is. */
export function compressAnswers(): RequestHandler {
  return compression({
    filter: (request, response) =>
      response.getHeader('Content-Type') !== 'text/event-stream' &&
      compression.filter(request, response),
  });
}
