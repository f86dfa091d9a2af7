import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHaloSimulator } from '@sluice/halo-simulator';
import { expect, onTestFinished, test } from 'vitest';
import { administrator } from './accounts/test-server.ts';
import { createTicket, drawHaloFlow, ticketEvent } from './testing/draw-halo-flow.ts';
import { ServerProcess } from './testing/server-process.ts';
import { TestClient } from './testing/test-client.ts';
import { logIn } from './testing/test-sluice.ts';

test('told to stop while signals pour in it takes no more, exits with 0, and every accepted one is done once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-stop-'));
  const halo = await startHaloSimulator({ quirks: { requestsPerFiveMinutes: 0, delayMs: 30 } });
  onTestFinished(async () => {
    await halo.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const first = start(dataDir);
  const url = await first.ready;
  const client = new TestClient(url, await logIn(url, administrator));
  const connectionId = await client.connect(halo, { requestsPerFiveMinutes: 1_000_000 });
  const flow = await client.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));

  const accepted = new Map<string, string>();
  const answers = new Set<number | 'no answer'>();
  let stopped: ReturnType<ServerProcess['end']> | undefined;
  const senders = Array.from({ length: 25 }, async (_sender, number) => {
    for (let index = 0; index < 100_000; index += 1) {
      const summary = `${number}-${index}`;
      const answer = await client.post(flow.url, ticketEvent({ summary })).catch(() => undefined);
      answers.add(answer?.status ?? 'no answer');
      if (answer?.status === 202) accepted.set(answer.body.requestId, summary);
      else if (answer === undefined) return;
      if (accepted.size >= 200) stopped ??= first.end('SIGTERM');
    }
  });
  await Promise.all(senders);
  expect(await stopped).toBe(0);
  expect([...answers].filter((each) => ![202, 503, 'no answer'].includes(each))).toEqual([]);

  halo.setQuirks({ delayMs: 0 });
  const second = start(dataDir);
  const after = new TestClient(await second.ready, await logIn(await second.ready, administrator));
  for (const id of accepted.keys()) expect((await after.runOver(id)).status).toBe('succeeded');
  const made = halo.state.tickets.map(({ summary }) => summary);
  expect([...accepted.values()].filter((summary) => !made.includes(summary))).toEqual([]);
  expect(new Set(made).size).toBe(made.length);
  expect(await second.end()).toBe(0);
}, 60_000);

function start(dataDir: string): ServerProcess {
  const server = new ServerProcess(dataDir, { SLUICE_RUNS_AT_ONCE: '16' });
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
}
