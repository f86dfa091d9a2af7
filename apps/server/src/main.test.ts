import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHaloSimulator } from '@sluice/halo-simulator';
import Sqlite from 'libsql';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { administrator } from './accounts/test-server.ts';
import { createTicket, drawHaloFlow, ticketEvent } from './testing/draw-halo-flow.ts';
import { eventually } from './testing/eventually.ts';
import { ServerProcess } from './testing/server-process.ts';
import { TestClient } from './testing/test-client.ts';
import { logIn } from './testing/test-sluice.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('stopped in the middle of its work it exits with 0, and goes on at the next start; a second server is refused', async () => {
  const halo = await simulator();
  const first = start('graceful', { SLUICE_RUNS_AT_ONCE: '8' });
  const client = await clientOf(first);
  const connectionId = await client.connect(halo);
  const flow = await client.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const other = start('graceful');
  expect(await other.ended).toBe(1);
  expect(other.output).toMatch(/^Another Sluice is using the data directory .*\.\n$/);

  halo.setQuirks({ delayMs: 300 });
  const ids = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const { status, body } = await client.post(flow.url, ticketEvent());
      expect(status).toBe(202);
      return body.requestId;
    }),
  );
  expect(await first.end('SIGTERM')).toBe(0);
  expect(halo.state.tickets.length).toBeLessThan(100);
  halo.setQuirks({ delayMs: 0 });

  const second = start('graceful');
  const after = await clientOf(second);
  for (const id of ids) expect((await after.runOver(id)).status).toBe('succeeded');
  expect(halo.state.tickets).toHaveLength(100);
  expect(await second.end('SIGINT')).toBe(0);
  expect(second.output).not.toContain('code');
}, 30_000);

test('a database of a newer version is refused with a sentence', async () => {
  const dataDir = join(folder, 'newer');
  mkdirSync(dataDir);
  const raw = new Sqlite(join(dataDir, 'sluice.db'));
  raw.exec('pragma user_version = 999');
  raw.close();
  const server = start('newer');
  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The database was written by a newer version of Sluice.*\.\n$/);
});

test('a bad setting stops the start with one sentence that names it', async () => {
  const server = start('never', { SLUICE_OUTBOUND_ALLOW: 'http://halo' });
  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^SLUICE_OUTBOUND_ALLOW .*\.\n$/);
  expect(readdirSync(folder)).not.toContain('never');
});

test('a data directory that is no folder stops the start with a sentence that names the setting', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  const server = start('a-file');
  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The data directory .* SLUICE_DATA_DIR .*\.\n$/);
});

test('a planted client secret is nowhere in the files, the answers and the log', async () => {
  const planted = 'planted-secret-41f7-ämne-"quoted"';
  const halo = await simulator(planted);
  const server = start('secret', { SLUICE_LOG_LEVEL: 'trace' });
  const client = await clientOf(server);
  const connectionId = await client.connect(halo);
  const flow = await client.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  const good = await client.runOf(flow.url, ticketEvent());
  expect(good.status).toBe('succeeded');
  // A login that is refused says so in the run, the test and the log.
  const wrong = await client.connect({ ...halo, clientId: 'somebody else' });
  const other = await client.publish(
    drawHaloFlow({ connectionId: wrong, steps: [createTicket()] }),
  );
  const bad = await client.runOf(other.url, ticketEvent());
  expect(bad.status).toBe('failed');

  const answers = [];
  for (const target of [
    'GET /connections',
    `GET /connections/${connectionId}`,
    `POST /connections/${connectionId}/test`,
    `POST /connections/${wrong}/test`,
    `GET /flows/${flow.id}`,
    `GET /runs/${good.id}`,
    `GET /runs/${good.id}/events`,
    `GET /runs/${bad.id}`,
    'GET /signals',
    'GET /audit',
    'GET /openapi.json',
  ]) {
    answers.push((await client.admin.send(target)).body);
  }
  const written = () =>
    readdirSync(join(folder, 'secret')).map((name) => readFileSync(join(folder, 'secret', name)));
  const found = [...written(), Buffer.from(JSON.stringify(answers) + server.output)];
  expect(found.length).toBeGreaterThan(3);
  await server.end();
  for (const bytes of [...found, ...written()]) {
    for (const form of formsOf(planted)) expect(bytes.includes(form)).toBe(false);
  }
  expect(found.at(-1)?.includes(connectionId)).toBe(true);
}, 30_000);

test('the set-up code is printed while there is nobody', async () => {
  const nobody = { SLUICE_ADMIN_EMAIL: '', SLUICE_ADMIN_PASSWORD: '' };
  const server = start('setup', nobody);
  await server.ready;
  const [, code] = await eventually(
    () => /with this code: (\S+)/.exec(server.output) ?? undefined,
    'the code is printed',
  );
  const url = await server.ready;
  const body = { code, ...administrator, demo: false };
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(201);
  expect(await server.end()).toBe(0);
});

/** A secret as it might be written: plain, in JSON, in a URL, in Base64. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -2);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64];
}

function start(name: string, env: Record<string, string> = {}): ServerProcess {
  const server = new ServerProcess(join(folder, name), env);
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
}

async function clientOf(server: ServerProcess): Promise<TestClient> {
  const url = await server.ready;
  return new TestClient(url, await logIn(url, administrator));
}

async function simulator(clientSecret?: string) {
  const halo = await startHaloSimulator({
    quirks: { requestsPerFiveMinutes: 0 },
    ...(clientSecret !== undefined && { clientSecret }),
  });
  onTestFinished(() => halo.close());
  return halo;
}
