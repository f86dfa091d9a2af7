import type { Request, Response } from 'express';
import type { LiveBus } from './live-bus.ts';

/** Milliseconds between the comments that keep proxies from closing a silent stream. */
const HEARTBEAT = 20_000;
/** A reader this far behind, in bytes, is let go; it comes back and reads the lists anew. */
const FURTHEST_BEHIND = 4_000_000;

/** Sends what happens (to one flow, if given) until the reader goes away. */
export function streamLive(
  live: LiveBus,
  flowId: string | undefined,
  { request, response }: { request: Request; response: Response },
): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write('retry: 2000\n\n');
  const unsubscribe = live.subscribe(({ name, data }) => {
    const about = name === 'run' ? data.run.flowId : data.flowId;
    if (flowId !== undefined && about !== flowId) return;
    response.write(`event: ${name}
data: ${JSON.stringify(data)}

`);
    if (response.writableLength > FURTHEST_BEHIND) response.destroy();
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
  request.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
