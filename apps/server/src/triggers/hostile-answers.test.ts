import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { sendRaw } from '../testing/send-raw.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
/** Answers with the header, the text and the status that the signal names. */
let echo: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const said = (name: string) => [pill('trigger', 'body', { path: [name] })];
  echo = await sluice.publish(
    drawHaloFlow({
      trigger: { type: 'http.webhook' },
      settings: { answerSeconds: 20 },
      steps: [
        {
          id: 'respond',
          type: 'tools.respond',
          inputs: {
            status: said('status'),
            text: said('text'),
            headers: { entries: [{ id: 'a', name: said('name'), value: said('value') }] },
          },
        },
      ],
    }),
  );
});
afterAll(() => sluice.close());

test.each([
  'Set-Cookie',
  'set-cookie',
  'Content-Length',
  'Transfer-Encoding',
  'Content-Encoding',
  'Connection',
  'Upgrade',
  'Trailer',
  'Strict-Transport-Security',
  'Clear-Site-Data',
  'Alt-Svc',
  'NEL',
  'Report-To',
  'Service-Worker-Allowed',
  'X-Accel-Redirect',
  'X-Accel-Buffering',
  'X-Sendfile',
])('a flow that answers with %s answers without it', async (name) => {
  const answer = await send({ name, value: 'evil', text: 'fine' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get(name) ?? '').not.toContain('evil');
  expect(await answer.text()).toBe('fine');
});

test.each([
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
])('%s stays what we say', async (name, ours) => {
  expect((await send({ name, value: 'evil' })).headers.get(name)).toBe(ours);
});

test('the id of the run stays what we say', async () => {
  const answer = await send({ name: 'Sluice-Request-Id', value: 'evil' });
  const id = answer.headers.get('sluice-request-id') ?? '';
  expect((await sluice.runOver(id)).status).toBe('succeeded');
});

test.each([
  ['a line break', 'X-A', 'a\r\nSet-Cookie: evil=1'],
  ['a lone line feed', 'X-A', 'a\nevil: 1'],
  ['a whole answer', 'X-A', 'a\r\n\r\n<script>alert(1)</script>'],
  ['NUL', 'X-A', 'a\u0000b'],
  ['a character beyond Latin-1', 'X-A', '✓'],
  ['half a character', 'X-A', '\ud800'],
  ['a name with a line break', 'X-A\r\nevil: 1', 'a'],
  ['a name with a colon', 'X-A: evil', 'a'],
  ['a name with a space', 'X A', 'a'],
  ['no name', '', 'a'],
])('%s in a header of a flow goes nowhere', async (_what, name, value) => {
  const body = JSON.stringify({ name, value, text: 'fine' });
  const answer = await sendRaw(
    echo.url,
    `POST ${echo.url.slice(sluice.url.length)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).not.toMatch(/^(x-a|x a|evil|set-cookie)\b/im);
  expect(answer).toMatch(/\r\n\r\nfine$/);
});

test.each(['nonsense', 'text', '/', 'text/', 'text/html; charset', 'a/b; c=d; e', 'text/html,*/*'])(
  'the content type %j, which is none, does not break the answer',
  async (value) => {
    const answer = await send({ name: 'Content-Type', value, text: 'fine' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toBe('fine');
  },
);

test.each(['text/html', 'image/svg+xml', 'text/html; charset="utf-8"', 'application/xhtml+xml'])(
  'a page of the kind %s runs nothing',
  async (value) => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const answer = await send({ name: 'Content-Type', value, text });
    expect(answer.headers.get('content-type')).toContain(value.split(';')[0]);
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  },
);

test.each(['100', '101', '199', '600', '99999999', '-200', '200.5', 'NaN', '2e2x', ' '])(
  'the status %j does not become one that HTTP cannot say',
  async (status) => {
    const answer = await send({ status, text: 'fine' });
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(0);
  },
);

test.each(['204', '205', '304'])('an answer with status %s has no body', async (status) => {
  const answer = await send({ status, text: 'evil' });
  expect([answer.status, await answer.text()]).toEqual([Number(status), '']);
});

test('text that looks like JSON, markup or another answer stays the text that it is', async () => {
  for (const text of [
    '{"requestId":"evil"}',
    '<h1>',
    'HTTP/1.1 200 OK\r\n\r\n',
    '\u0000',
    '{{7*7}}',
  ]) {
    const answer = await send({ text });
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toBe(text);
  }
});

async function send(body: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(echo.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: '200', name: 'X-Fine', value: 'yes', text: 'x', ...body }),
  });
}
