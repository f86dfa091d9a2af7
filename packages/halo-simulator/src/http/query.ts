import type { Request } from 'express';

/** The query of a request. Parameters that nobody reads are ignored without a word, as Halo does. */
export function query(request: Request): URLSearchParams {
  const start = request.url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : request.url.slice(start + 1));
}

/** A whole number from the query; absent or unreadable is undefined. */
export function integerParam(params: URLSearchParams, name: string): number | undefined {
  const text = params.get(name);
  return text !== null && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether a switch such as `pageinate=true` is on. */
export function flagParam(params: URLSearchParams, name: string): boolean {
  const text = params.get(name)?.toLowerCase();
  return text === 'true' || text === '1';
}
