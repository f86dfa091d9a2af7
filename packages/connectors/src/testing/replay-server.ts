import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a step is to send, and the answer that was recorded for it. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** With its query. */
    readonly path: string;
    readonly body?: unknown;
  };
  readonly answer: { readonly status: number; readonly body?: unknown };
}

export interface ReplayServer {
  readonly url: string;
  /** What was sent, in order. */
  readonly seen: readonly Exchange['request'][];
  /** The headers it was sent with, in order. */
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** Answers with the recorded answers in turn, whatever is asked, and with 599 once they are used up. */
export async function startReplayServer(exchanges: readonly Exchange[]): Promise<ReplayServer> {
  const seen: Exchange['request'][] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    headers.push(request.headers);
    const text = await readText(request);
    const path = request.url ?? '';
    const exchange = exchanges[seen.length];
    const isJson = request.headers['content-type']?.includes('json');
    const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    seen.push({ method: request.method ?? '', path, ...(body !== undefined && { body }) });
    const answer = exchange?.answer ?? { status: 599 };
    const isText = typeof answer.body === 'string' && answer.body.startsWith('<');
    response.writeHead(answer.status, {
      'content-type': isText ? 'text/html' : 'application/json; charset=utf-8',
      connection: 'close',
    });
    response.end(
      answer.body === undefined ? '' : isText ? answer.body : JSON.stringify(answer.body),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    headers,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
