import { EventEmitter, once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Connector,
  defineConnection,
  defineConnector,
  number,
  secret,
  select,
  text,
} from '@sluice/connector-kit';

/** Another system for the tests of this folder: it hands out tokens, counts, and can be awkward. */
export interface TestPeer {
  readonly url: string;
  readonly received: { readonly method: string; readonly path: string; readonly token: string }[];
  tokensGiven: number;
  /** Seconds that tokens last. */
  lifetime: number | undefined;
  /** Answers instead of what was asked for, one a request. */
  readonly instead: { status: number; headers?: Record<string, string>; body?: string }[];
  /** What every request is answered that has this path. */
  readonly always: Map<string, { status: number; headers?: Record<string, string>; body?: string }>;
  /** Breaks every connection off instead of answering. */
  down: boolean;
  /** Answers are held back until this is over. */
  held: Promise<void> | undefined;
  /** How many requests were under way at once, at most. */
  mostAtOnce: number;
  /** Resolves once so many requests have been received, those for tokens aside. */
  until(requests: number): Promise<void>;
  revokeTokens(): void;
  close(): Promise<void>;
}

export const CLIENT_SECRET = 'planted/secret+é"42';

export async function startTestPeer(): Promise<TestPeer> {
  const valid = new Set<string>();
  const arrivals = new EventEmitter();
  let underWay = 0;
  const server: Server = createServer(async (request, response) => {
    if (peer.down) return void request.socket.destroy();
    const { method = '', url: path = '' } = request;
    const token = request.headers.authorization ?? '';
    const body = await readText(request);
    if (path === '/token') {
      const form = new URLSearchParams(body);
      if (form.get('client_secret') !== CLIENT_SECRET) {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: `not ${form.get('client_secret')}` }));
        return;
      }
      peer.tokensGiven += 1;
      const given = `token-${peer.tokensGiven}-of-many`;
      valid.add(`Bearer ${given}`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ access_token: given, expires_in: peer.lifetime }));
      return;
    }
    peer.received.push({ method, path, token });
    arrivals.emit('one');
    underWay += 1;
    peer.mostAtOnce = Math.max(peer.mostAtOnce, underWay);
    await peer.held;
    underWay -= 1;
    const special = peer.always.get(path) ?? peer.instead.shift();
    if (special) response.writeHead(special.status, special.headers).end(special.body);
    else if (!valid.has(token)) response.writeHead(401).end();
    else {
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'session=1' });
      response.end(JSON.stringify({ path, token, body }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const peer: TestPeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    tokensGiven: 0,
    lifetime: undefined,
    instead: [],
    always: new Map(),
    down: false,
    held: undefined,
    mostAtOnce: 0,
    until: async (requests) => {
      while (peer.received.length < requests) await once(arrivals, 'one');
    },
    revokeTokens: () => valid.clear(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return peer;
}

/** A connector that speaks to the peer. */
export const deskConnector: Connector = defineConnector({
  id: 'desk',
  label: 'Desk',
  section: 'apps',
  connection: defineConnection({
    label: 'Desk',
    fields: {
      address: text({ label: 'Address', required: true }),
      clientSecret: secret({ label: 'Client secret', required: true }),
      requests: number({ label: 'Requests per minute' }),
      atOnce: number({ label: 'Requests at once' }),
      region: select({
        label: 'Region',
        options: [
          { value: 'eu', label: 'Europe' },
          { value: 'us', label: 'America' },
        ],
      }),
    },
    async authorize({ address, clientSecret }, http) {
      const { body } = await http.send<{ access_token: string; expires_in?: number }>({
        method: 'POST',
        url: `${address}/token`,
        form: { client_secret: clientSecret },
      });
      return {
        baseUrl: address,
        headers: { Authorization: `Bearer ${body.access_token}` },
        ...(body.expires_in !== undefined && { expiresInSeconds: body.expires_in }),
      };
    },
    budget: ({ requests, atOnce }) => ({
      requests: requests ?? 700,
      perSeconds: 60,
      ...(atOnce !== undefined && { atOnce }),
    }),
    async test({ open }) {
      const http = await open();
      await http.get('/things');
      return [{ label: 'Things', ok: true, message: 'Can be read.' }];
    },
  }),
  lookups: {
    things: async ({ http, inputs, search }) => {
      const { body } = await http.get<{ path: string }>('/things', {
        query: { search, client: inputs['client'] },
      });
      return [{ value: '1', label: body.path }];
    },
  },
  triggers: [],
  steps: [],
});

async function readText(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
