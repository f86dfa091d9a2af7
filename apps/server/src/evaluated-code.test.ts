import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { administrator } from './accounts/test-server.ts';
import { drawHaloFlow, ticketEvent } from './testing/draw-halo-flow.ts';
import { ServerProcess } from './testing/server-process.ts';
import { TestClient } from './testing/test-client.ts';
import { logIn } from './testing/test-sluice.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = [
  'apps/server',
  ...['connector-kit', 'connectors', 'engine', 'halo-simulator', 'schema'].map(
    (name) => `packages/${name}`,
  ),
];

test('nothing that the server runs of ours evaluates text as code', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => join(root, folder, 'src', name)),
  );
  const evaluating =
    /\beval\s*\(|\bFunction\s*\(|\.constructor\s*\(|['"](?:node:)?vm['"]|setTimeout\(\s*['"`]|setInterval\(\s*['"`]/;
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => evaluating.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('a process that may make no code of text serves, runs a flow and its script', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-no-code-'));
  const server = new ServerProcess(dataDir, {
    NODE_OPTIONS: '--disallow-code-generation-from-strings',
  });
  onTestFinished(async () => {
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
  const url = await server.ready;
  const client = new TestClient(url, await logIn(url, administrator));
  const script = { id: 'script', type: 'script.run-script', inputs: { script: 'return 6 * 7;' } };
  const flow = await client.publish(drawHaloFlow({ steps: [script] }));
  const run = await client.runOf(flow.url, ticketEvent());
  expect(run.status).toBe('succeeded');
  expect(JSON.stringify(run.steps['script']?.outputs)).toContain('42');
  expect(await server.end()).toBe(0);
}, 30_000);
