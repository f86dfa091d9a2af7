import { Agent, request } from 'node:http';
import { Pool } from 'undici';

/** Posts a record as JSON, and answers the record that came back. */
export type PostJson = (path: string, record: object) => Promise<{ readonly id: number }>;

/** What the ceiling calls with. */
export const clients: Readonly<Record<string, (url: string, atOnce: number) => PostJson>> = {
  agent: withAgent,
  fetch: withFetch,
  undici: withPool,
};

/** Node's own client with an agent that keeps connections. */
function withAgent(url: string, atOnce: number): PostJson {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return (path, record) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(record);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const call = request(url + path, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
}

/** What comes with Node and most servers are written with. It keeps its connections too. */
function withFetch(url: string): PostJson {
  return async (path, record) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(record),
    });
    return (await response.json()) as { id: number };
  };
}

/** The fastest client there is for Node. */
function withPool(url: string, atOnce: number): PostJson {
  const pool = new Pool(url, { connections: atOnce, pipelining: 1 });
  return async (path, record) => {
    const { body } = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(record),
    });
    return (await body.json()) as { id: number };
  };
}
