import type { Request, Response } from 'express';
import { answer } from './answer.ts';
import { query } from './query.ts';

/**
 * Answers a POST of a list: 201 with the last record alone, or with all of them on `?returnall=true`.
 * Some versions of Halo wrap the last record in a list of one.
 */
export function answerSaved(
  request: Request,
  response: Response,
  saved: { readonly records: readonly unknown[]; readonly shape: 'object' | 'array' },
): void {
  const last = saved.records.at(-1);
  if (query(request).get('returnall') === 'true') answer(response, 201, saved.records);
  else answer(response, 201, saved.shape === 'array' ? [last] : last);
}
