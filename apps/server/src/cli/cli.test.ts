import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { FlowDetail } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTicket, drawHaloFlow } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { fromSource } from '../testing/test-databases.ts';
import { TestSluice } from '../testing/test-sluice.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sluice-cli-'));
const fileAt = (name: string) => join(folder, name);

let sluice: TestSluice;
let env: Record<string, string>;
let flow: FlowDetail;
let connectionId: string;
beforeAll(async () => {
  sluice = await TestSluice.start();
  env = { SLUICE_SERVER: sluice.url, SLUICE_API_KEY: await makeKey() };
  connectionId = await sluice.connectHalo();
  flow = await sluice.draw(drawHaloFlow({ connectionId, steps: [createTicket()] }), 'Night desk');
});
afterAll(async () => {
  await sluice.close();
  rmSync(folder, { recursive: true, force: true });
});

test('without a command it says which there are, and with --help how each is used', async () => {
  const bare = await run([]);
  expect(bare.code).toBe(2);
  for (const name of ['validate', 'export', 'import']) {
    expect(bare.error).toContain(`  ${name} `);
    const help = await run([name, '--help']);
    expect([help.code, help.output]).toEqual([0, expect.stringContaining(`Usage: sluice ${name}`)]);
    expect(help.output).toContain('--json');
  }
  expect((await run(['--help'])).code).toBe(0);
}, 60_000);

test.each<[string, readonly string[], RegExp]>([
  ['a command nobody knows', ['launch'], /^There is no command “launch”\. There are: validate/],
  [
    'an option nobody knows',
    ['validate', '--force', 'x'],
    /Unknown option '--force'\. See: sluice validate --help/,
  ],
  ['no file', ['validate'], /^Name a file, or -\. See: sluice validate --help/],
  [
    'a file that is not there',
    ['validate', 'gone.json'],
    /^gone\.json cannot be read: there is no such file\./,
  ],
  ['a folder', ['validate', folder], /it is a folder\. Name a file in it/],
  ['two files to import', ['import', 'a', 'b'], /^Name one file/],
  ['no flow', ['export'], /^Name one flow/],
  [
    'an address that is none',
    ['export', 'x', '--server', 'nowhere'],
    /is no address: write one such as/,
  ],
  ['no key', ['export', 'x', '--server', 'http://127.0.0.1:1'], /^An API key is needed/],
  [
    'a server that is not there',
    ['export', 'x', '--server', 'http://127.0.0.1:1', '--key', 'a:b'],
    /^Nobody answers at .* --server/,
  ],
])(
  'with %s it ends with 2 and a sentence',
  async (_what, args, message) => {
    const { code, output, error } = await run(args);
    expect([code, output]).toEqual([2, '']);
    expect(error).toMatch(message);
  },
  60_000,
);

test('a flow is exported, validated, imported and exported again: the same bytes', async () => {
  const exported = await run(['export', 'Night desk'], { env });
  expect(exported).toMatchObject({ code: 0, error: '' });
  writeFileSync(fileAt('night.json'), exported.output);

  const valid = await run(['validate', fileAt('night.json')]);
  expect(valid).toMatchObject({ code: 0, error: '' });
  expect(valid.output).toContain('“Night desk” (2 nodes, 1 connection needed) is in order.');

  const imported = await run(['import', fileAt('night.json'), '--json'], { env });
  expect(imported.code).toBe(0);
  const { id, url, connections } = JSON.parse(imported.output) as Imported;
  expect(connections).toEqual({ 'connection-1': connectionId });
  expect(url).toBe(`${sluice.url}/flows/${id}`);
  const again = await run(['export', id, '--output', fileAt('again.json')], { env });
  expect(again.output).toBe(`“Night desk” is in ${fileAt('again.json')}.\n`);
  expect(readFileSync(fileAt('again.json'), 'utf8')).toBe(exported.output);
}, 60_000);

test('files that are not in order end with 1, and each says what to do', async () => {
  writeFileSync(fileAt('prose.json'), 'Dear Sluice,');
  writeFileSync(fileAt('open.json'), JSON.stringify(smallest()));
  const both = await run(['validate', fileAt('prose.json'), fileAt('open.json')]);
  expect(both.code).toBe(1);
  expect(both.output).toMatch(
    /prose\.json: this cannot be imported\.\n {2}refused {2}Line 1, column 1/,
  );
  expect(both.output).toMatch(/open\.json: “Small” .* has 1 error/);

  const json = await run(['validate', '--json', fileAt('prose.json'), fileAt('open.json')]);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.output)).toMatchObject({
    files: [
      { inOrder: false, refusals: [{ remedy: expect.any(String) }] },
      { inOrder: false, name: 'Small', problems: [{ kind: 'no-trigger' }, {}] },
    ],
  });
}, 60_000);

test('a file comes by standard input as well, and hostile text moves no cursor', async () => {
  const named = { ...smallest(), name: 'a\u001B[2J' };
  const { code, output } = await run(['validate', '-'], { input: JSON.stringify(named) });
  expect(code).toBe(1);
  expect(output).toContain('standard input: this cannot be imported.');
  expect(output).not.toContain('\u001B');
}, 60_000);

test('what is bound and what stays open is said, chosen by name, and checked without importing', async () => {
  await run(['export', flow.id, '--output', fileAt('bound.json')], { env });
  const count = async () => (await list()).length;
  const before = await count();
  const checked = await run(['import', fileAt('bound.json'), '--check'], { env });
  expect(checked.code).toBe(0);
  expect(checked.output).toContain('bound    the connection “Halo” to “Halo”');
  expect(await count()).toBe(before);

  const open = ['import', fileAt('bound.json'), '--connection', 'Halo=', '--name', 'Opened'];
  const opened = await run(open, { env });
  expect(opened.output).toContain('open     the connection “Halo”');
  expect((await list()).find(({ name }) => name === 'Opened')).toBeDefined();

  const wrong = await run(['import', fileAt('bound.json'), '--connection', 'Halo=Other'], { env });
  expect(wrong.code).toBe(2);
  expect(wrong.error).toContain('There is no “Other” of the kind haloitsm on the server.');
  const unasked = await run(['import', fileAt('bound.json'), '--flow', 'x=y'], { env });
  expect(unasked.error).toContain('names nothing that the file needs. The file needs no flow.');
}, 60_000);

test('what the server refuses ends with 1, a key it refuses with 2', async () => {
  writeFileSync(fileAt('other.json'), JSON.stringify({ format: 'n8n' }));
  const refused = await run(['import', fileAt('other.json')], { env });
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('not a flow file of Sluice');

  const viewer = { ...env, SLUICE_API_KEY: await makeKey('viewer') };
  writeFileSync(fileAt('small.json'), JSON.stringify(smallest()));
  const forbidden = await run(['import', fileAt('small.json')], { env: viewer });
  expect([forbidden.code, forbidden.output]).toEqual([1, expect.stringMatching(/role \(viewer\)/)]);

  const stranger = await run(['export', flow.id, '--key', 'some:body'], { env });
  expect([stranger.code, stranger.error]).toEqual([
    2,
    expect.stringMatching(/refused the API key/),
  ]);
  const missing = await run(['export', 'Nobody'], { env });
  expect([missing.code, missing.error]).toEqual([2, expect.stringMatching(/no flow “Nobody”/)]);
}, 60_000);

test('a file that cannot be written is told', async () => {
  mkdirSync(fileAt('taken'));
  const { code, error } = await run(['export', flow.id, '--output', fileAt('taken')], { env });
  expect([code, error]).toEqual([2, expect.stringMatching(/taken cannot be written/)]);
}, 60_000);

test('a secret that was typed into a flow is told when it leaves', async () => {
  const headers = {
    entries: [{ id: 'a', name: [{ text: 'Authorization' }], value: [{ text: 'Bearer x' }] }],
  };
  const steps = [
    { id: 'post', type: 'http.send-request', inputs: { url: 'https://example.com', headers } },
  ];
  const { id } = await sluice.draw(drawHaloFlow({ steps }), 'Typed');
  const { code, output, error } = await run(['export', id], { env });
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ name: 'Typed' });
  expect(error).toBe(
    'Look at it before you share it: “Authorization” of “post” may be a secret.\n',
  );
}, 60_000);

interface Imported {
  readonly id: string;
  readonly url: string;
  readonly connections: object;
}

/** The real program, as a person starts it. */
async function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
) {
  const node = [...fromSource, program, ...args];
  const child = spawn(process.execPath, node, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [output, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, output, error };
}

function smallest() {
  const step = { id: 's', kind: 'step', type: 'tools.set-values', name: 'Set' };
  return { format: 'sluice-flow', formatVersion: 1, name: 'Small', nodes: [step] };
}

async function list(): Promise<readonly { name: string }[]> {
  return ((await sluice.admin.send('GET /flows')).body as { items: { name: string }[] }).items;
}

/** An API key, of the administrator or of somebody with another role. */
async function makeKey(role?: 'viewer'): Promise<string> {
  const browser = role ? (await sluice.logInAs(role)).browser : sluice.admin;
  const made = expectStatus(await browser.send('POST /api-keys', { name: 'Terminal' }), 201);
  const { key, secret } = made.body as { key: string; secret: string };
  return `${key}:${secret}`;
}
