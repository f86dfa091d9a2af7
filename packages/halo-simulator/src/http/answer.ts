import type { ServerResponse } from 'node:http';
import { answerEnding } from './answer-ending.ts';
import { writeJson } from './write-json.ts';

/**
 * Sends one answer. The only way out for everything under `/api` and `/auth`, so that a quirk can
 * spoil any answer after the work behind it was done.
 */
export function answer(response: ServerResponse, status: number, body?: unknown): void {
  const ending = answerEnding(response);
  if (ending === 'dropped') {
    response.socket?.destroy();
    return;
  }
  response.statusCode = status;
  if (body === undefined) {
    response.setHeader('Content-Length', 0);
    response.end();
    return;
  }
  const text = writeJson(body);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(ending === 'truncated' ? text.slice(0, text.length / 2) : text);
}
