import type { RunAnswer } from '@sluice/schema';
import type { Response } from 'express';

/** Headers that belong to the connection or to us, whatever a flow says. */
const ours =
  /^(content-length|transfer-encoding|connection|keep-alive|upgrade|trailer|date|set-cookie|content-security-policy|strict-transport-security|x-content-type-options|x-frame-options)$/i;

/** Sends what a run answers. Text goes out as text that no browser runs, and all else as JSON. */
export function sendRunAnswer(
  response: Response,
  { status, headers, body }: RunAnswer,
  requestId: string,
): void {
  response.status(status).set('Sluice-Request-Id', requestId);
  // It comes from a flow, under the address of our own pages.
  response.set('Content-Security-Policy', "sandbox; default-src 'none'");
  for (const [name, value] of Object.entries(headers)) {
    if (!ours.test(name) && isHeader(name, value)) response.set(name, value);
  }
  if (body === undefined || body === null || status === 204) response.end();
  else if (typeof body === 'string') {
    if (!response.get('Content-Type')) response.type('text/plain');
    response.send(body);
  } else response.json(body);
}

function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
