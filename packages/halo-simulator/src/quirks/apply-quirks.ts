import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { spoilAnswer } from '../http/answer-ending.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { tooManyRequests } from '../http/refusals.ts';
import { faultError } from './fault-error.ts';
import type { QuirkBoard } from './quirk-board.ts';

/**
 * Lets a request through, or spoils it: late, cut off, refused, or cut off after the work.
 *
 * The addresses under `/auth` suffer only `down`, `delayMs` and the faults that name them, so that
 * a client can still get the token it needs to meet the others.
 */
export function applyQuirks(board: QuirkBoard, limit: RateLimit): RequestHandler {
  return async (request, response, next) => {
    const quirks = board.current;
    const path = request.originalUrl.split('?', 1)[0] ?? '';
    const isApi = /^\/api\//i.test(path);
    const fault = board.takeFault(request.method, path);

    const delay = fault?.kind === 'slow' ? (fault.delayMs ?? 1_000) : quirks.delayMs;
    if (delay > 0) await wait(delay);
    if (quirks.down || fault?.kind === 'down') {
      request.socket.destroy();
      return;
    }

    const error = fault && faultError(fault.kind, quirks);
    if (error) throw error;
    if (isApi && quirks.rateLimit !== 'off') {
      const forced = faultError(`rate-limit-${quirks.rateLimit}`, quirks);
      if (forced) throw forced;
    }
    if (isApi) {
      const seconds = limit.take(quirks.requestsPerFiveMinutes);
      if (seconds !== undefined) {
        throw tooManyRequests(
          quirks.requestsPerFiveMinutes,
          quirks.sendRetryAfter ? seconds : undefined,
        );
      }
    }

    if (fault?.kind === 'drop-answer' || (isApi && quirks.dropAnswer)) {
      spoilAnswer(response, 'dropped');
    } else if (fault?.kind === 'truncate-answer' || (isApi && quirks.truncateAnswer)) {
      spoilAnswer(response, 'truncated');
    }
    next();
  };
}
