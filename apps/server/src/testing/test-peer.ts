import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request that reached the peer. */
export interface PeerRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** For tests: another system that speaks HTTP, as a chat or an inventory. */
export interface TestPeer {
  readonly url: string;
  /** What reached it, in order. */
  readonly seen: readonly PeerRequest[];
  /** What it answers from now on; 200 and no body at first. */
  answerWith(status: number, body?: unknown): void;
  close(): Promise<void>;
}

/** Starts a peer on a free port of this machine. */
export async function startTestPeer(): Promise<TestPeer> {
  const seen: PeerRequest[] = [];
  let next: { status: number; body?: unknown } = { status: 200 };
  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const { method = '', url = '' } = request;
    seen.push({ method, path: url, body: sent === '' ? undefined : JSON.parse(sent) });
    response.writeHead(next.status, { 'content-type': 'application/json' });
    response.end(next.body === undefined ? '' : JSON.stringify(next.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerWith: (status, body) => {
      next = { status, body };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
