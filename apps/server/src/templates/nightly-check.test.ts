import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import { type FlowDetail, type RunSummary, isOver } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { expectStatus } from '../testing/test-client.ts';
import { type TestPeer, startTestPeer } from '../testing/test-peer.ts';
import { TestSluice } from '../testing/test-sluice.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sluice-nightly-'));
let halo: HaloSimulator;
let well: TestPeer;
let ill: TestPeer;
beforeAll(async () => {
  halo = await startHaloSimulator();
  well = await startTestPeer();
  ill = await startTestPeer();
  ill.answerWith(404, { error: 'The shop is closed' });
});
afterAll(async () => {
  await halo.close();
  await well.close();
  await ill.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('nightly-check: at its time the address is asked, and only a failure opens a ticket', async () => {
  const before = await TestSluice.start({ dataDir });
  const connection = await before.connect(halo);
  const flows = [await publish(before, connection, well), await publish(before, connection, ill)];
  await missOneNight(before, flows);
  await before.close();

  const sluice = await TestSluice.start({ dataDir });
  for (const flow of flows) {
    expect(await runOver(sluice, flow)).toMatchObject({ status: 'succeeded' });
  }
  for (const { seen } of [well, ill]) {
    expect(seen).toMatchObject([{ method: 'GET', path: '/health' }]);
  }
  expect(halo.state.tickets).toMatchObject([{ summary: 'The nightly check failed (404)' }]);
  await sluice.close();
});

async function publish(sluice: TestSluice, connection: string, peer: TestPeer): Promise<string> {
  const made = await sluice.admin.send('POST /templates/nightly-check/flows', {
    connections: { halo: connection },
    answers: { address: `${peer.url}/health` },
  });
  const { id } = expectStatus(made, 201).body as FlowDetail;
  expectStatus(await sluice.admin.send(`POST /flows/${id}/publish`), 200);
  return id;
}

/** As if the server had been down since before three o'clock. */
async function missOneNight({ storage }: TestSluice, flows: readonly string[]): Promise<void> {
  const last_fired_at = Date.now() - 25 * 3_600_000;
  await storage.db
    .updateTable('triggers')
    .set({ last_fired_at })
    .where('flow_id', 'in', flows)
    .execute();
}

/** The flow's only run, once it is over. */
function runOver(sluice: TestSluice, flowId: string): Promise<RunSummary> {
  return eventually(async () => {
    const { body } = await sluice.admin.send(`GET /runs?flowId=${flowId}`);
    const { items } = body as { items: readonly RunSummary[] };
    return items.find(({ status }) => isOver(status));
  }, 'the run is over');
}
