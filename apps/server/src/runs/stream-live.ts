import type { Request, Response } from 'express';
import type { Accounts } from '../accounts/create-accounts.ts';
import type { LiveBus } from './live-bus.ts';

/** Milliseconds between the comments that keep proxies from closing a silent stream. */
const HEARTBEAT = 20_000;
/** Milliseconds after which a stream ends; the browser opens it again, and its session is looked at anew. */
const LONGEST = 3_600_000;
/** A reader this far behind, in bytes, is let go; it comes back and reads the lists anew. */
const FURTHEST_BEHIND = 4_000_000;

export interface LiveStream {
  readonly live: LiveBus;
  /** Only news of this flow, if given. */
  readonly flowId: string | undefined;
  /** Who watches: the stream ends when that user's rights change. */
  readonly userId: string;
  readonly onAccessChange: Accounts['onAccessChange'];
}

/** Sends what happens until the reader goes away or may not look any more. */
export function streamLive(
  { live, flowId, userId, onAccessChange }: LiveStream,
  request: Request,
  response: Response,
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
    // Who has a flow open matters to those who have it open.
    if (flowId === undefined && name === 'visitors') return;
    response.write(`event: ${name}
data: ${JSON.stringify(data)}

`);
    if (response.writableLength > FURTHEST_BEHIND) response.destroy();
  });
  const end = () => response.end();
  const ignore = onAccessChange((changed) => changed === userId && end());
  const lifetime = setTimeout(end, LONGEST);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
  request.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(lifetime);
    ignore();
    unsubscribe();
  });
}
