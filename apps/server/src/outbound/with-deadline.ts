import { HttpError } from '@sluice/connector-kit';

/**
 * Runs `work` with a signal that is aborted when the time is over or when `outer` is. Throws an
 * `HttpError` of kind `timeout`, or `outer`'s reason.
 */
export async function withDeadline<Result>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(
        new HttpError('timeout', `No whole answer came within ${timeoutMs / 1000} s.`),
      ),
    timeoutMs,
  );
  const abort = () => controller.abort(outer?.reason);
  // `AbortSignal.any` would keep every finished call alive as long as `outer` lives.
  outer?.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}
