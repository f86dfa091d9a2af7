import type { Request } from 'express';
import { SignalProblem } from './signal-problem.ts';

/** Milliseconds that a sender of too much is listened to, so that it can read the refusal. */
const PATIENCE = 2000;

/**
 * Reads the bytes of a body, uncompressed and at most `limit`. Throws a `SignalProblem` as soon as
 * it is too large, without waiting for an end that may never come.
 */
export function readBytes(request: Request, limit: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    letGo(request);
    return Promise.reject(new SignalProblem(415, 'Send the body uncompressed.'));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refuse = () => {
      request.removeAllListeners('data');
      letGo(request);
      reject(new SignalProblem(413, `The body is larger than ${limit} bytes.`));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse();
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) refuse();
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks, length)));
    request.once('error', () =>
      reject(new SignalProblem(400, 'The body is shorter than announced.')),
    );
  });
}

/** Throws away what still comes, for a while. */
function letGo(request: Request): void {
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), PATIENCE).unref();
  request.once('close', () => clearTimeout(timer));
}
