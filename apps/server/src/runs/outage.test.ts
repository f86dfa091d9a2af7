import { randomBytes } from 'node:crypto';
import { catalogue, connectors, findStep, findTrigger } from '@sluice/connectors';
import { type FlowPlan, planFlow, runFlow } from '@sluice/engine';
import { type HaloSimulator, startHaloSimulator } from '@sluice/halo-simulator';
import { type RetrySettings, type Run, type RunEvent, foldRun, isOver } from '@sluice/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connections, createConnections } from '../connections/connections.ts';
import { sealValues } from '../connections/sealed-values.ts';
import { type Outbound, createOutbound } from '../outbound/outbound.ts';
import { secretsOf } from '../secrets/secrets.ts';
import { insertConnection } from '../storage/connections.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import type { Storage } from '../storage/storage.ts';
import { createTicket, drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { performAttempt } from './perform-attempt.ts';

/** The real engine, connections and connector against the simulator; only time is made up. */
let halo: HaloSimulator;
let storage: Storage;
let outbound: Outbound;
let connections: Connections;
let clock: number;
const now = () => clock;

beforeEach(async () => {
  halo = await startHaloSimulator();
  storage = openSqlite(':memory:');
  outbound = createOutbound({ allow: [{ host: '127.0.0.1' }] });
  clock = Date.now();
  const secrets = secretsOf(randomBytes(32));
  const sleep = async (milliseconds: number) => void (clock += milliseconds);
  connections = createConnections({ db: storage.db, secrets, outbound, connectors, now, sleep });
  const values = {
    resourceServer: `${halo.url}/api`,
    authorisationServer: `${halo.url}/auth`,
    tenant: halo.tenant,
    clientId: halo.clientId,
    clientSecret: halo.clientSecret,
    requestsPerFiveMinutes: 100_000,
  };
  await insertConnection(storage.db, {
    id: 'c1',
    name: 'Halo',
    type: 'haloitsm',
    sealed_values: sealValues('c1', values, secrets),
    last_test: null,
    created_at: 0,
    updated_at: 0,
  });
});

afterEach(async () => {
  await halo.close();
  await outbound.close();
  await storage.close();
});

test('50 runs that begin while Halo is down all go through once it is back, each ticket once', async () => {
  halo.setQuirks({ down: true });
  const runs = startRuns(50, threeAttempts);
  await goOn(runs, { minutes: 10 });

  expect(runs.map(({ run }) => run.status)).toEqual(runs.map(() => 'waiting'));
  expect(runs[49]?.run.steps['create']?.why).toMatch(/^The other side is down/);
  // Three requests until nothing more is sent, those under way beside them, and one for each pause.
  expect(halo.state.requests.length).toBeLessThan(50);

  halo.setQuirks({ down: false });
  await goOn(runs, { minutes: 2 });
  expect(runs.map(({ run }) => run.status)).toEqual(runs.map(() => 'succeeded'));
  expect(summaries()).toEqual(runs.map(({ id }) => `Ticket of ${id}`).toSorted());
});

test('tickets whose answers were lost as Halo went down are found again, not made again', async () => {
  halo.setQuirks({ dropAnswer: true });
  const runs = startRuns(20, threeAttempts);
  await goOn(runs, { minutes: 0 });
  const made = halo.state.tickets.length;
  halo.setQuirks({ dropAnswer: false, down: true });
  await goOn(runs, { minutes: 10 });
  halo.setQuirks({ down: false });
  await goOn(runs, { minutes: 2 });

  expect(made).toBeGreaterThan(0);
  expect(runs.map(({ run }) => run.status)).toEqual(runs.map(() => 'succeeded'));
  expect(summaries()).toEqual(runs.map(({ id }) => `Ticket of ${id}`).toSorted());
});

test('after an outage the runs come back one after another', async () => {
  halo.setQuirks({ down: true });
  const runs = startRuns(20, threeAttempts);
  await goOn(runs, { minutes: 10 });
  const dues = runs.map(({ run }) => run.steps['create']?.until);

  expect(new Set(dues).size).toBeGreaterThan(15);
});

test('a step that is to be tried only once hears of an outage at once', async () => {
  halo.setQuirks({ down: true });
  await goOn(startRuns(5, threeAttempts), { minutes: 1 });
  const [hasty] = startRuns(1, { ...threeAttempts, attempts: 1 });
  await goOn([hasty as StartedRun], { minutes: 0 });

  expect(hasty?.run).toMatchObject({
    status: 'failed',
    steps: {
      create: {
        failure: { code: 'unavailable', message: expect.stringContaining('could not be reached') },
      },
    },
  });
});

test('a request that is answered 500 every time fails in the end, and an outage after a day', async () => {
  halo.setQuirks({ failNext: { kind: 'server-error', count: 10_000, path: '/api/Tickets' } });
  const runs = startRuns(1, threeAttempts);
  await goOn(runs, { minutes: 14 });
  expect(runs[0]?.run.status).toBe('waiting');
  await goOn(runs, { minutes: 10 });
  expect(runs[0]?.run).toMatchObject({
    status: 'failed',
    steps: { create: { failure: { code: 'unavailable', status: 500 } } },
  });

  halo.setQuirks({ down: true });
  const late = startRuns(1, threeAttempts);
  await goOn(late, { minutes: 23 * 60 });
  expect(late[0]?.run.status).toBe('waiting');
  await goOn(late, { minutes: 2 * 60 });
  expect(late[0]?.run.status).toBe('failed');
});

const threeAttempts: RetrySettings = {
  attempts: 3,
  firstDelaySeconds: 5,
  longestDelaySeconds: 60,
};

/** A run with the history that a server would have stored. */
interface StartedRun {
  readonly id: string;
  readonly plan: FlowPlan;
  readonly events: RunEvent[];
  run: Run;
}

function startRuns(count: number, retry: RetrySettings): readonly StartedRun[] {
  const step = createTicket({ retry, inputs: { summary: [pill('trigger', 'summary')] } });
  const drawing = drawHaloFlow({ connectionId: 'c1', steps: [step] });
  const plan = planFlow(drawing, { catalogue, afterInterruption: () => 'reconcile' });
  return Array.from({ length: count }, (_, index) => {
    const id = `run ${index}`;
    const events: RunEvent[] = [
      {
        type: 'run.started',
        at: new Date(clock).toISOString(),
        runId: id,
        flowId: 'flow',
        flowVersion: 1,
        triggerId: 'trigger',
        outputs: { summary: `Ticket of ${id}` },
      },
    ];
    return { id, plan, events, run: foldRun(events) };
  });
}

/** Wakes runs as they are due, as the server does, and lets the clock jump from one to the next. */
async function goOn(runs: readonly StartedRun[], { minutes }: { minutes: number }): Promise<void> {
  const end = clock + minutes * 60_000;
  for (;;) {
    const due = runs.filter((each) => (dueAt(each) ?? Infinity) <= clock);
    await Promise.all(due.map(advance));
    const next = Math.min(...runs.map((each) => dueAt(each) ?? Infinity));
    if (next > end) break;
    clock = Math.max(clock, next);
  }
  clock = Math.max(clock, end);
}

/** When a run has something to do; undefined when it is over. */
function dueAt({ run }: StartedRun): number | undefined {
  if (isOver(run.status)) return undefined;
  const until = run.steps['create']?.until;
  return run.status === 'waiting' && until !== undefined ? Date.parse(until) : 0;
}

async function advance(started: StartedRun): Promise<void> {
  const { id, plan, events } = started;
  const flowsFor = () => ({ run: async () => [] });
  const needs = { findStep, findTrigger, connections, flowsFor, now };
  await runFlow(plan, started.run, {
    constants: {},
    isHtml: () => false,
    perform: (attempt) => performAttempt(attempt, id, needs),
    record: async (recorded) => void events.push(...recorded),
    now,
    random: Math.random,
    alarm: () => () => {},
  }).done;
  started.run = foldRun(events);
}

/** Of the tickets that were not there from the start. */
function summaries(): readonly string[] {
  return halo.state.tickets
    .map(({ summary }) => summary)
    .filter((summary) => summary.startsWith('Ticket of'))
    .toSorted();
}
