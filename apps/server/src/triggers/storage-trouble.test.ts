import { join } from 'node:path';
import { sql } from 'kysely';
import Sqlite from 'libsql';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { collectLines } from '../testing/collect-lines.ts';
import { createTicket, drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { eventually } from '../testing/eventually.ts';
import type { TestFlow } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

const lines = collectLines();
let sluice: TestSluice;
let flow: TestFlow;
beforeAll(async () => {
  sluice = await TestSluice.start({ log: lines, thread: true });
  const connectionId = await sluice.connectHalo();
  flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
});
afterAll(() => sluice.close());

test('while another program holds the database, signals are answered 503 and never 202', async () => {
  const release = await holdDatabase();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => sluice.post(flow.url, ticketEvent())),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  for (const { headers } of answers) expect(headers.get('retry-after')).toBe('5');
  expect((await fetch(`${sluice.url}/healthz`)).status).toBe(200);
  expect((await sluice.admin.send('GET /flows')).status).toBe(200);
  // None of them has a run, so none could not go on.
  expect(lines.text).not.toContain('could not go on');

  release();
  const run = await sluice.runOf(flow.url, ticketEvent({ summary: 'after the trouble' }));
  expect(run.status).toBe('succeeded');
  expect(sluice.halo.state.tickets.map((each) => each.summary)).toEqual(['after the trouble']);
}, 30_000);

test('a run whose step ended while nothing could be stored is taken up again, with one ticket', async () => {
  sluice.halo.reset();
  sluice.halo.setQuirks({ failNext: { kind: 'slow', count: 1, delayMs: 150 } });
  const { body } = await sluice.post(flow.url, ticketEvent({ summary: 'in the middle' }));
  await eventually(async () => {
    const run = await sluice.run(body.requestId);
    return run.steps['create']?.status === 'running' || undefined;
  }, 'the step has begun');
  const release = await holdDatabase();
  await eventually(() => sluice.halo.state.tickets[0], 'Halo has the ticket');
  await eventually(
    () => sluice.halo.state.requests.find((each) => each.status === 201),
    'Halo answered',
  );
  await eventually(() => lines.text.includes('could not go on') || undefined, 'the run gave up');
  release();
  expect(await sluice.runOver(body.requestId)).toMatchObject({ status: 'succeeded' });
  expect(sluice.halo.state.tickets).toHaveLength(1);
});

test('a full disk is told as such, and the server goes on once there is room', async () => {
  const { db } = sluice.storage;
  const size = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${size.rows[0]?.page_count}`).execute(db);
  const large = ticketEvent({ details: 'x'.repeat(500_000) });
  const answer = await sluice.post(flow.url, large);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  await sql.raw('pragma max_page_count = 1000000').execute(db);
  expect((await sluice.post(flow.url, large)).status).toBe(202);
});

test('a database that may only be read is told as such, and the screens can still be looked at', async () => {
  const { db } = sluice.storage;
  await sql.raw('pragma query_only = on').execute(db);
  const answers = await Promise.all([1, 2, 3].map(() => sluice.post(flow.url, ticketEvent())));
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  for (const { headers } of answers) expect(headers.get('retry-after')).toBe('5');
  expect((await sluice.admin.send('GET /flows')).status).toBe(200);
  expect((await sluice.admin.send(`DELETE /flows/${flow.id}`)).status).toBe(503);
  await sql.raw('pragma query_only = off').execute(db);
  expect((await sluice.runOf(flow.url, ticketEvent())).status).toBe('succeeded');
});

test('a lock that is soon let go is waited for', async () => {
  const release = await holdDatabase();
  const answer = sluice.post(flow.url, ticketEvent());
  await eventually(async () => (await fetch(`${sluice.url}/healthz`)).ok || undefined, 'it lives');
  release();
  expect((await answer).status).toBe(202);
});

/** Takes the write lock as a tool outside would; the answer gives it back. */
async function holdDatabase(): Promise<() => void> {
  const raw = new Sqlite(join(sluice.dataDir, 'sluice.db'));
  await eventually(() => {
    try {
      raw.exec('begin immediate');
      return true;
    } catch {
      return undefined;
    }
  }, 'the write lock is free');
  const release = () => {
    if (raw.inTransaction) raw.exec('rollback');
    raw.close();
  };
  onTestFinished(() => void (raw.open && release()));
  return release;
}
