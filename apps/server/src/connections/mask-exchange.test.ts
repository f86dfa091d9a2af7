import type { HttpExchange } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET } from './test-peer.ts';

let at: TestInstallation;

beforeEach(async () => {
  at = await openTestInstallation();
});

afterEach(() => at.close());

async function httpOfStored(onExchange?: (exchange: HttpExchange) => void) {
  return (await at.connections.open('c1', { onExchange })).http;
}

test('a secret is in no exchange, however the other side repeats it', async () => {
  const exchanges: HttpExchange[] = [];
  const http = await httpOfStored((exchange) => exchanges.push(exchange));
  const spellings = [
    CLIENT_SECRET,
    JSON.stringify(CLIENT_SECRET),
    encodeURIComponent(CLIENT_SECRET),
    new URLSearchParams({ CLIENT_SECRET }).toString(),
    ...['', 'a', 'ab', 'user:'].map((before) =>
      Buffer.from(`${before}${CLIENT_SECRET}:x`).toString('base64'),
    ),
  ].join(' ');
  at.peer.instead.push({
    status: 200,
    headers: { 'x-echo': encodeURIComponent(CLIENT_SECRET) },
    body: spellings,
  });
  await http.post(`/echo/${encodeURIComponent(CLIENT_SECRET)}?apiKey=hunter2`, {
    note: CLIENT_SECRET,
  });
  await http.get('/things');
  const kept = JSON.stringify(exchanges);
  // Times and ports may hold any digits.
  const lasting = kept.replaceAll(/"(?:at|date)":"[^"]*"|"durationMs":\d+|127\.0\.0\.1:\d+/g, '');

  expect(exchanges.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const part of [
    'planted',
    'secret%2B',
    'secret+é',
    '42',
    'token-1',
    'hunter2',
    'session=1',
  ]) {
    expect(lasting).not.toContain(part);
  }
  for (const before of ['', 'a', 'ab', 'user:']) {
    const base64 = Buffer.from(`${before}${CLIENT_SECRET}:x`).toString('base64');
    expect(kept).not.toContain(base64.slice(8, 20));
  }
});

test('a long body is cut, and no secret is left half at the cut', async () => {
  const exchanges: HttpExchange[] = [];
  const http = await httpOfStored((exchange) => exchanges.push(exchange));
  const body = 'x'.repeat(16 * 1024 - 10) + CLIENT_SECRET + 'y'.repeat(5000);
  await http.post('/things', body);
  const kept = exchanges.at(-1)?.requestBody ?? '';

  expect(kept.length).toBeLessThan(16 * 1024 + 20);
  expect(kept).not.toContain('plan');
  expect(kept).toMatch(/… \(cut\)$/);
});
