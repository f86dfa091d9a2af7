import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { haloClient } from '../testing/halo-client.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'halo-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an instance goes on where it stopped', async () => {
  const stateFile = join(folder, 'halo.json');
  const first = await startHaloSimulator({ stateFile });
  await first.logTicket({ summary: 'Kept', details: 'For later' });
  const client = await haloClient(first);
  await client.post('/api/Webhook', [{ name: 'W', url: 'http://127.0.0.1:1/' }]);
  const before = { ...first.state };
  await first.close();

  const second = await startHaloSimulator({ stateFile });
  expect(second.state.tickets).toEqual(before.tickets);
  expect(second.state.actions).toEqual(before.actions);
  expect(second.state.webhooks).toEqual(before.webhooks);
  expect(await second.logTicket({ summary: 'Next' })).toMatchObject({ id: 4244 });
  await second.close();
  expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ nextTicketId: 4245 });
});

test('a file that cannot be read stops the start instead of losing what it holds', async () => {
  await expect(startHaloSimulator({ stateFile: folder })).rejects.toThrow('EISDIR');
});
