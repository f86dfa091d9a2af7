import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type PostJson, clients } from './json-client.ts';

/**
 * The ceiling: what Express can do on this machine when nothing is stored. Answers at once, then
 * makes the two calls of the flow, for so many at once. Its arguments are the client to call with and
 * the address to call.
 */
const RUNS_AT_ONCE = 64;
const [, , client = '', mockUrl = ''] = process.argv;
const call = clients[client]?.(mockUrl, RUNS_AT_ONCE);
if (!call) throw new Error(`There is no client ${client}: ${Object.keys(clients).join(', ')}.`);
const waiting: string[] = [];
let active = 0;

const app = express();
app.post('/', express.json({ limit: '1mb' }), (request, response) => {
  response.status(202).json({ requestId: randomUUID() });
  waiting.push(request.body.ticket.summary);
  startNext();
});

function startNext(): void {
  while (active < RUNS_AT_ONCE) {
    const summary = waiting.shift();
    if (summary === undefined) return;
    active += 1;
    void runBoth(call as PostJson, summary).finally(() => {
      active -= 1;
      startNext();
    });
  }
}

async function runBoth(call: PostJson, summary: string): Promise<void> {
  const { id } = await call('/first', { summary });
  await call('/second', { id, note: summary });
}

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
