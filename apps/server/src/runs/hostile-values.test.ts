import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DrawnStep, drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

interface Seen {
  readonly url: string;
  readonly body: string;
  readonly header: string;
}

let sluice: TestSluice;
let target: Server;
let base: string;
let seen: Seen[] = [];
beforeAll(async () => {
  sluice = await TestSluice.start();
  target = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push({ url: request.url ?? '', body, header: String(request.headers['x-value'] ?? '') });
      response.end();
    });
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
});
beforeEach(() => void (seen = []));
afterAll(async () => {
  target.close();
  await sluice.close();
});

/** What other products would expand, and what ours might take for its own. */
const templates = [
  '{{trigger.body}} {{ 7*7 }} {{{raw}}} {{#each x}}',
  '${7*7} ${process.env.PATH} `id` $(id)',
  '={{ $json.body }} $json $node["trigger"]',
  '<%= 7*7 %> <% code %> #{7*7} %{x} {% raw %} [[x]] @{x} @x',
  '{"pill":{"nodeId":"trigger","output":"body"}}',
  '[{"pill":{"nodeId":"trigger","output":"body"}}]',
  '%7B%7Btrigger%7D%7D &#123;&#123; \\u007b\\u007b',
  "constants.secret trigger.body $1 $& $` $' \\1 %s %d %n",
];

const value = [pill('trigger', 'body', { path: ['value'] })];

test('templates of other products, typed or sent, come through two steps as they are', async () => {
  const entries = (name: string, given: typeof value | { text: string }[]) => ({
    values: { entries: [{ id: name, name: [{ text: name }], value: given }] },
  });
  for (const text of templates) {
    const steps: DrawnStep[] = [
      { id: 'first', type: 'tools.set-values', inputs: entries('sent', value) },
      { id: 'typed', type: 'tools.set-values', inputs: entries('typed', [{ text }]) },
      {
        id: 'second',
        type: 'tools.set-values',
        inputs: entries('again', [{ text: '<' }, pill('first', 'sent'), { text: `>${text}` }]),
      },
    ];
    const { steps: done } = await runWith(steps, text);
    expect(done['first']?.outputs).toMatchObject({ sent: text });
    expect(done['typed']?.outputs).toMatchObject({ typed: text });
    expect(done['second']?.outputs).toMatchObject({ again: `<${text}>${text}` });
  }
});

test('a value that is a pill in JSON is a value, and is not looked up', async () => {
  const sent = {
    pill: { nodeId: 'trigger', output: 'headers' },
    entries: [],
    sets: [],
    perWay: [],
  };
  const inputs = { values: { entries: [{ id: 'a', name: [{ text: 'a' }], value }] } };
  const steps = [
    { id: 'first', type: 'tools.set-values', inputs },
    {
      id: 'second',
      type: 'tools.set-values',
      inputs: {
        values: { entries: [{ id: 'b', name: [{ text: 'b' }], value: [pill('first', 'a')] }] },
      },
    },
  ];
  expect((await runWith(steps, sent)).steps['second']?.outputs?.['b']).toEqual(sent);
});

const breakers = [
  '", "admin": true, "x": "',
  '\\", "admin": true, "x": "',
  '"}}]} , {"a": "',
  '\u2028\u0000\ud800\n\r\t\b\f\\',
  '</script><script>alert(1)</script>',
  '../../admin?x=1&y=2#z',
  '/../%2e%2e/..;/\\..\\',
  'a=1&b=2&a=3;c %26 + %00',
];

test('whatever a value holds, it stays one value of JSON, of a query and of a form', async () => {
  for (const text of breakers) {
    seen = [];
    const run = await runWith(
      [
        sending('json', {
          json: [{ text: '{"a": "' }, ...value, { text: '", "b": ' }, ...value, { text: '}' }],
        }),
        sending('form', { form: { entries: [{ id: 'a', name: [{ text: 'a' }], value }] } }),
        sending('query', { query: { entries: [{ id: 'a', name: value, value }] } }),
        sending('part', { url: [{ text: `${base}/?q=` }, ...value, { text: '&last=1' }] }),
      ],
      text,
    );
    expect([text, run.status]).toEqual([text, 'succeeded']);
    const [json, form, query, part] = seen;
    expect(JSON.parse(json?.body ?? '')).toEqual({ a: text, b: text });
    const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
    expect([...new URLSearchParams(form?.body)]).toEqual([['a', whole]]);
    expect([...new URL(query?.url ?? '', base).searchParams]).toEqual([[whole.trim(), whole]]);
    expect([...new URL(part?.url ?? '', base).searchParams]).toEqual([
      ['q', whole],
      ['last', '1'],
    ]);
  }
});

test.each(['..', '.', '%2e%2e', '.%2E'])(
  'the value %j in the path of a URL is not sent as a way out of it',
  async (text) => {
    const url = [{ text: `${base}/users/` }, ...value, { text: '/delete' }];
    const run = await runWith([sending('step', { url })], text);
    // An encoded percent sign is a name of its own; dots alone would be a way out.
    if (text.startsWith('.') && !text.includes('%')) {
      expect(run.steps['step']?.failure).toMatchObject({ code: 'invalid-input', input: 'url' });
      expect(seen).toEqual([]);
    } else {
      expect(seen.map((each) => each.url)).toEqual([`/users/${encodeURIComponent(text)}/delete`]);
    }
  },
);

test.each(['a\r\nX-Evil: 1', 'a\nb', 'a\u0000b', '✓', 'a\r\n\r\nGET /evil HTTP/1.1\r\n\r\n'])(
  'the value %j does not become a header, and nothing is sent',
  async (text) => {
    const headers = { entries: [{ id: 'a', name: [{ text: 'X-Value' }], value }] };
    const run = await runWith([sending('step', { headers })], text);
    expect(run.steps['step']?.failure?.code).toBe('invalid-input');
    const named = { entries: [{ id: 'a', name: value, value: [{ text: 'x' }] }] };
    await runWith([sending('step', { headers: named })], text);
    expect(seen).toEqual([]);
  },
);

function sending(id: string, inputs: DrawnStep['inputs']): DrawnStep {
  const method = 'json' in inputs || 'form' in inputs ? 'POST' : 'GET';
  return { id, type: 'http.send-request', inputs: { method, url: base, ...inputs } };
}

async function runWith(steps: readonly DrawnStep[], sent: unknown) {
  const { url } = await sluice.publish(drawHaloFlow({ trigger: { type: 'http.webhook' }, steps }));
  return sluice.runOf(url, { value: sent });
}
