import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { createRequestLog } from './request-log.ts';

test('the log keeps the last requests, oldest first', async () => {
  const log = createRequestLog(3);
  const app = express();
  app.use(log.watch, (_request, response) => void response.end());
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const name of ['a', 'b', 'c', 'd']) {
    await (await fetch(`http://127.0.0.1:${port}/${name}?x=1`)).text();
  }

  expect(log.list().map((seen) => seen.path)).toEqual(['/b', '/c', '/d']);
  expect(log.list()[0]).toMatchObject({ method: 'GET', query: 'x=1', status: 200 });
  log.clear();
  expect(log.list()).toEqual([]);
  server.close();
});
