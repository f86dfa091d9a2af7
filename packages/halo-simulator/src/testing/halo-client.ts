import type { HaloSimulator } from '../halo-simulator.ts';

/** An answer with its body both as text and, where it is JSON, as a value. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Json;
}

/** JSON that a test digs into without declaring its shape. */
export interface Json {
  readonly [key: string | number]: Json;
}

/** A client of the simulator for its own tests; it knows paths and nothing else. */
export interface HaloClient {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** Asks the simulator for a token; the form can be changed to be wrong. */
export async function askForToken(
  halo: HaloSimulator,
  changes: Record<string, string> = {},
  query = '',
): Promise<Answer> {
  const form = {
    grant_type: 'client_credentials',
    client_id: halo.clientId,
    client_secret: halo.clientSecret,
    scope: 'all',
  };
  const body = new URLSearchParams({ ...form, ...changes });
  return read(await fetch(`${halo.url}/auth/token${query}`, { method: 'POST', body }));
}

/** A client that carries a token with these scopes. */
export async function haloClient(halo: HaloSimulator, scope = 'all'): Promise<HaloClient> {
  const token = await askForToken(halo, { scope });
  const send = async (
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> | undefined } = {},
  ) =>
    read(
      await fetch(halo.url + path, {
        method,
        headers: {
          authorization: `Bearer ${String(token.json['access_token'])}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      }),
    );
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, { body, headers }),
    put: (path, body) => send('PUT', path, { body }),
    delete: (path) => send('DELETE', path),
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, json: parse(text) };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
