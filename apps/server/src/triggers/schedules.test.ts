import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTrigger } from '@sluice/connectors';
import type { RunSummary } from '@sluice/schema';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { openStorage } from '../storage/open-storage.ts';
import { readEvents } from '../storage/run-events.ts';
import { listRuns } from '../storage/runs.ts';
import type { Storage } from '../storage/storage.ts';
import { readLastFired } from '../storage/triggers.ts';
import { drawHaloFlow } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice, environment } from '../testing/test-sluice.ts';
import { LiveTriggers } from './live-triggers.ts';
import { Schedules } from './schedules.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sluice-schedules-'));
const flows: Record<string, string> = {};
/** The database of a server that is down, so that no clock but that of a test comes into it. */
let down: Storage;
let sluice: TestSluice;

beforeAll(async () => {
  const server = await TestSluice.start({ dataDir });
  for (const catchUp of ['skip', 'once', 'all']) {
    const { id } = await server.publish(drawTimer({ cron: '0 * * * *', catchUp }));
    flows[catchUp] = id;
  }
  flows['minutes'] = (await server.publish(drawTimer({ cron: '* * * * *', catchUp: 'all' }))).id;
  await server.close();
  down = await openStorage(readConfig(environment(dataDir)));
  sluice = await TestSluice.start();
});
beforeEach(async () => {
  // Those that a test is not about are done with for good.
  await down.db
    .updateTable('triggers')
    .set({ last_fired_at: noon + 10_000 * HOUR })
    .execute();
});
afterAll(async () => {
  await down.close();
  rmSync(dataDir, { recursive: true, force: true });
  await sluice.close();
});

const noon = Date.parse('2099-06-01T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('two processes that look at one schedule start one run at its time', async () => {
  const flowId = flows['once'] ?? '';
  const [one, other] = [schedules(), schedules()];
  await dealtWith(flowId, noon - 10);
  await Promise.all([one.look(noon + 200), other.look(noon + 300)]);
  await one.look(noon + 700);
  const [run, ...more] = await runsOf(flowId);
  expect(more).toEqual([]);
  expect(await readEvents(down.db, run?.id ?? '')).toMatchObject([
    { type: 'run.started', outputs: { scheduledAt: '2099-06-01T12:00:00.000Z' } },
  ]);
});

test.each([
  ['skip', 0],
  ['once', 1],
  ['all', 3],
])('after three missed hours the policy %s makes up for %i', async (catchUp, expected) => {
  const flowId = flows[catchUp] ?? '';
  const before = (await runsOf(flowId)).length;
  await dealtWith(flowId, noon + 97.5 * HOUR);
  await schedules().look(noon + 100.5 * HOUR);
  expect(await runsOf(flowId)).toHaveLength(before + expected);
  await schedules().look(noon + 100.6 * HOUR);
  expect(await runsOf(flowId)).toHaveLength(before + expected);
});

test('no more than a hundred missed times are made up for, the last ones', async () => {
  const flowId = flows['minutes'] ?? '';
  const before = new Set((await runsOf(flowId)).map(({ id }) => id));
  await dealtWith(flowId, noon - 5 * HOUR);
  await schedules().look(noon);
  const made = (await runsOf(flowId)).filter(({ id }) => !before.has(id));
  const titles = made.map(({ title }) => title).toSorted();
  expect(titles).toHaveLength(100);
  expect(titles.at(-1)).toBe('Due at 2099-06-01 12:00 UTC');
});

test('nothing is made up for the time a flow was off', async () => {
  const { id } = await sluice.publish(drawTimer({ cron: '0 * * * *', catchUp: 'all' }));
  const enabled = (on: boolean) => sluice.admin.send(`POST /flows/${id}/enabled`, { enabled: on });
  expectStatus(await enabled(false), 200);
  const { db } = sluice.storage;
  await db.updateTable('triggers').set({ last_fired_at: 0 }).where('flow_id', '=', id).execute();
  expectStatus(await enabled(true), 200);
  const row = await rowOf(id, sluice.storage);
  expect(await readLastFired(db, row)).toBeGreaterThan(Date.now() - MINUTE);
  await schedules(sluice.storage).look(Date.now());
  expect(await runsOf(id, sluice.storage)).toEqual([]);
});

test('times are meant in their zone, also over a change of clocks', async () => {
  const times = async (cron: string, timeZone: string) => {
    const inputs = { cron, timeZone };
    const answer = await sluice.admin.send('POST /schedule-times', {
      type: 'schedule.timer',
      inputs,
    });
    return expectStatus(answer, 200).body as {
      times: readonly string[];
      meaning: string;
      problem?: string;
    };
  };
  const berlin = await times('0 8 * * *', 'Europe/Berlin');
  expect(berlin.meaning).toBe('At 08:00 (Europe/Berlin)');
  const hours = berlin.times.map((time) =>
    new Date(time).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' }),
  );
  expect(hours).toEqual(Array.from({ length: 5 }, () => '08:00:00'));
  expect((await times('0 8 * *', 'UTC')).problem).toMatch(/4 fields, and five are needed/);
  expect((await times('61 * * * *', 'UTC')).problem).toMatch(/not a time that cron can read/);
  expect((await times('0 8 * * *', 'Mars')).problem).toMatch(/“Mars” is not the name/);
});

test('a schedule that names no times cannot be published, and says why', async () => {
  const { id } = await sluice.draw(drawTimer({ cron: 'soon' }));
  const answer = expectStatus(await sluice.admin.send(`POST /flows/${id}/publish`), 422);
  expect(JSON.stringify(answer.body)).toContain('five are needed');
});

function schedules({ db, journal } = down): Schedules {
  const triggers = new LiveTriggers(db, findTrigger);
  const logger = pino({ level: 'silent' });
  return new Schedules({ db, journal, triggers, logger, begun: () => {} });
}

function drawTimer(inputs: Record<string, string>) {
  const filled = Object.entries(inputs).map(([name, text]) => [name, [{ text }]]);
  const trigger = { type: 'schedule.timer', inputs: Object.fromEntries(filled) };
  return drawHaloFlow({
    trigger,
    steps: [{ id: 'note', type: 'tools.set-values', inputs: {} }],
  });
}

async function rowOf(flowId: string, { db } = down): Promise<string> {
  const { id } = await db
    .selectFrom('triggers')
    .select('id')
    .where('flow_id', '=', flowId)
    .executeTakeFirstOrThrow();
  return id;
}

/** As if all times of a schedule had been dealt with up to then. */
async function dealtWith(flowId: string, until: number): Promise<void> {
  const row = await rowOf(flowId);
  await down.db
    .updateTable('triggers')
    .set({ last_fired_at: until })
    .where('id', '=', row)
    .execute();
}

function runsOf(flowId: string, { db } = down): Promise<readonly RunSummary[]> {
  return listRuns(db, { flowId, limit: 500 });
}
