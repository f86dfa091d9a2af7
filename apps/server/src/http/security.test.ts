import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { answerProblems } from './answer-problems.ts';
import { secureApp } from './security.ts';

test('browsers run only our own files, and show them in no frame', async () => {
  const { headers } = await fetch(await serve());
  const policy = headers.get('content-security-policy')?.split(';') ?? [];

  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy.filter((rule) => /\*|unsafe-eval|https?:/.test(rule))).toEqual([]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

test('what other systems are answered is run, shown and kept by nobody', async () => {
  const url = new URL('/api/integration/1/functions/x/triggers', await serve('https://a.example'));
  const { headers } = await fetch(url);

  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('strict-transport-security')).toContain('max-age');
});

test('the server does not say what it is made of', async () => {
  expect((await fetch(await serve())).headers.get('x-powered-by')).toBeNull();
});

test('HTTPS is demanded only when the public URL has it', async () => {
  const header = 'strict-transport-security';
  expect((await fetch(await serve())).headers.get(header)).toBeNull();
  expect((await fetch(await serve('http://sluice.local'))).headers.get(header)).toBeNull();
  expect((await fetch(await serve('https://sluice.example'))).headers.get(header)).toContain(
    'max-age',
  );
});

test('forwarding headers change neither the address nor the protocol', async () => {
  const headers = {
    'X-Forwarded-For': '203.0.113.9',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'evil.example',
  };
  const seen = (await (await fetch(await serve(), { headers })).json()) as Record<string, string>;
  expect(seen).toMatchObject({ protocol: 'http', hostname: '127.0.0.1' });
  expect(seen['ip']).not.toBe('203.0.113.9');
});

test.each(['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method'])(
  'a method in %s is refused',
  async (name) => {
    const response = await fetch(await serve(), { method: 'POST', headers: { [name]: 'DELETE' } });
    expect(response.status).toBe(400);
  },
);

test('TRACE is refused', async () => {
  const url = await serve();
  const status = await new Promise((resolve, reject) => {
    send(url, { method: 'TRACE' }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(405);
});

async function serve(publicUrl?: string): Promise<string> {
  const app = express();
  secureApp(app, { publicUrl });
  app.use((request, response) => {
    response.json({ ip: request.ip, protocol: request.protocol, hostname: request.hostname });
  });
  app.use(answerProblems(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
