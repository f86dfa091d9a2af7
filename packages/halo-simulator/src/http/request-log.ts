import type { RequestHandler } from 'express';

/** One request to Halo's own addresses. `status` 0 means that the connection was cut unanswered. */
export interface SeenRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly ms: number;
}

/** The last requests that Halo was sent, in a ring, so that a long benchmark costs no memory. */
export interface RequestLog {
  readonly watch: RequestHandler;
  /** Oldest first. */
  list(): readonly SeenRequest[];
  clear(): void;
}

/** Creates a log that keeps the last `size` requests. */
export function createRequestLog(size = 5_000): RequestLog {
  let ring: SeenRequest[] = [];
  let oldest = 0;

  return {
    watch(request, response, next) {
      const start = performance.now();
      const at = Date.now();
      const [path = '', query = ''] = request.originalUrl.split('?', 2);
      response.once('close', () => {
        const seen = {
          at: new Date(at).toISOString(),
          method: request.method,
          path,
          query,
          status: response.writableFinished ? response.statusCode : 0,
          ms: Math.round((performance.now() - start) * 100) / 100,
        };
        if (ring.length < size) ring.push(seen);
        else {
          ring[oldest] = seen;
          oldest = (oldest + 1) % size;
        }
      });
      next();
    },
    list: () => [...ring.slice(oldest), ...ring.slice(0, oldest)],
    clear() {
      ring = [];
      oldest = 0;
    },
  };
}
