import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { mountRoutes } from '../http/mount-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';

let server: Server;

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('the catalogue is sent once, and told as unchanged after that', async () => {
  const user = {
    id: 'u',
    name: 'Ada',
    kind: 'person',
    role: 'viewer',
    disabled: false,
    createdAt: '',
  } as const;
  const app = express();
  app.use(mountRoutes(catalogueRoutes({ connectors: [] }), async () => user));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/catalogue`;

  const first = await request(url);
  const etag = String(first.headers['etag']);
  // As a browser does; `fetch` would add that it wants no cached answer.
  const second = await request(url, { headers: { 'if-none-match': etag } });

  expect(await first.body.json()).toEqual({ connectors: [] });
  expect(first.headers['content-type']).toMatch(/^application\/json/);
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect(second.statusCode).toBe(304);
});
