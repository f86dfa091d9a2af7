import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sharedClock } from './clock.ts';

/**
 * The other system of a flow with two calls, `/first` and `/second` or as Halo has them: gives
 * tokens, and answers every call at once. It knows a run
 * by the summary or note in the call, and counts a run as finished when its last call arrives.
 * `GET /seen` tells what it saw, `POST /forget` forgets it.
 */
const finishedAt = new Map<string, number>();
let calls = 0;
let nextId = 1;

const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0];
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => void chunks.push(chunk));
  request.on('end', () => {
    const [status, body] = answer(`${request.method} ${path}`, Buffer.concat(chunks).toString());
    const text = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
});

function answer(target: string, text: string): readonly [status: number, body: unknown] {
  if (target === 'GET /seen') {
    return [200, { calls, finished: finishedAt.size, finishedAt: Object.fromEntries(finishedAt) }];
  }
  if (target === 'GET /count') return [200, { calls, finished: finishedAt.size }];
  if (target === 'POST /forget') {
    finishedAt.clear();
    calls = 0;
    return [200, {}];
  }
  if (target.endsWith('/token')) {
    return [200, { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600, scope: 'all' }];
  }
  calls += 1;
  const sent = JSON.parse(text);
  const record = Array.isArray(sent) ? sent[0] : sent;
  if (target === 'POST /api/Actions' || target === 'POST /second') {
    if (!finishedAt.has(record.note)) finishedAt.set(record.note, sharedClock());
    return [201, { id: 2, ticket_id: record.ticket_id, outcome: 'Private Note', outcome_id: 7 }];
  }
  return [201, { id: nextId++, summary: record.summary, status_id: 1, tickettype_id: 1 }];
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
