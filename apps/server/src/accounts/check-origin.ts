import type { Request } from 'express';
import { HttpProblem } from '../http/http-problem.ts';

/**
 * Refuses, with 403, a request that a page of another site made in somebody's browser. Browsers
 * send `Origin` or at least `Sec-Fetch-Site` with whatever changes something; programs send
 * neither and pass. The same host on another port is another site here.
 */
export function checkOrigin(request: Request, publicUrl: string | undefined): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const own =
    origin === undefined
      ? site === undefined || site === 'same-origin' || site === 'none'
      : origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
  if (own) return;
  throw new HttpProblem(
    403,
    'This request comes from a page of another address. Open Sluice at its own address; if that is ' +
      'the one you use, set SLUICE_PUBLIC_URL to it.',
  );
}

/** Whether a method only reads. */
export function onlyReads(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
