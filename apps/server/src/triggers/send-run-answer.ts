import type { RunAnswer } from '@sluice/schema';
import type { Response } from 'express';

/**
 * Headers that belong to the connection or to us, whatever a flow says; and those that reach beyond
 * their own answer, into the browser's other pages of this host or the files of a proxy before it.
 */
const ours = new Set([
  'alt-svc',
  'clear-site-data',
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'date',
  'keep-alive',
  'nel',
  'report-to',
  'reporting-endpoints',
  'service-worker-allowed',
  'set-cookie',
  'sluice-request-id',
  'strict-transport-security',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-content-type-options',
  'x-frame-options',
  'x-lighttpd-send-file',
  'x-sendfile',
]);

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
    if (isTheirs(name.toLowerCase(), value) && isHeader(name, value)) response.set(name, value);
  }
  if (body === undefined || body === null || status === 204) response.end();
  else if (typeof body === 'string') {
    if (!response.get('Content-Type')) response.type('text/plain');
    response.send(body);
  } else response.json(body);
}

function isTheirs(name: string, value: string): boolean {
  if (name === 'content-type') return mediaType.test(value);
  return !ours.has(name) && !name.startsWith('x-accel-');
}

/** Anything else would be refused halfway, once the run is long under way. */
const mediaType =
  /^[\w.+-]{1,100}\/[\w.+-]{1,100}(?:; ?[\w-]{1,40}=(?:[\w.+-]{1,100}|"[\w.+ -]{0,100}")){0,5}$/;

function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
