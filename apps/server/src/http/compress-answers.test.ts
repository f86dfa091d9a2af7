import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressAnswers } from './compress-answers.ts';
import { webRouter } from './web-router.ts';

const script = 'export const answer = 42;\n'.repeat(500);
const folder = mkdtempSync(join(tmpdir(), 'sluice-site-'));
const server = createServer(site());
let url: string;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main-1.js'), script);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function site(): express.Express {
  const app = express().use(compressAnswers());
  app.get('/news', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('data: now\n\n');
  });
  return app.use((request, response, next) => webRouter(folder)(request, response, next));
}

test.each(['gzip', 'br'])(
  'a script comes compressed to who takes %s, and may be kept for a year',
  async (encoding) => {
    const response = await fetch(`${url}/assets/main-1.js`, {
      headers: { 'Accept-Encoding': encoding },
    });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Vary')).toContain('Accept-Encoding');
    expect(await response.text()).toBe(script);
  },
);

test('who takes nothing compressed gets it as it is', async () => {
  const response = await fetch(`${url}/assets/main-1.js`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  expect(response.headers.get('Content-Encoding')).toBeNull();
  expect(await response.text()).toBe(script);
});

test('news comes at once, and so is not compressed', async () => {
  const response = await fetch(`${url}/news`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(response.headers.get('Content-Encoding')).toBeNull();
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(new TextDecoder().decode(value)).toBe('data: now\n\n');
  await reader?.cancel();
});
