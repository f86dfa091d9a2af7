import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sharedClock } from '../peers/clock.ts';
import { ticketDelivery } from '../peers/ticket-delivery.ts';
import type { Options, Program } from '../program.ts';
import { Mock, type Target, send, startCeiling } from '../processes/peers.ts';
import { type Figure, atMost, shown } from '../report/figures.ts';
import { median, percentile } from '../report/percentile.ts';
import { printTable } from '../report/print-table.ts';
import { drawFlow } from '../sluice/draw-flow.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { launchSluice, startSluice, withDataDir } from '../sluice/start-sluice.ts';
import { startTwoCallTarget } from '../sluice/two-call-target.ts';

/** How long things take when there is time: from a post to the last call, per step, from cold. */
export const latency: Program = {
  name: 'latency',
  summary: 'Post to last call at 20/s, answers at 200/s, the cost of a step, and the cold start.',
  options: {
    client: { initial: 'agent', help: 'what the ceiling calls with: agent, fetch or undici' },
    steps: { initial: 'http', help: 'what makes the two calls: http, or halo' },
    rounds: { initial: '3', help: 'how often each is measured, in turn' },
    seconds: { initial: '30', help: 'how long 20 signals a second are posted' },
    runs: { initial: '30', help: 'how many runs of 100 steps' },
    starts: { initial: '5', help: 'how many cold starts' },
  },

  async run(options) {
    const mock = await Mock.start();
    const ceiling: Measured[] = [];
    const sluice: Measured[] = [];
    for (let round = 0; round < options.number('rounds'); round++) {
      ceiling.push(await measure(await startCeiling(mock, options.text('client')), mock, options));
      sluice.push(
        await withDataDir(async (dataDir) =>
          measure(
            await startTwoCallTarget(mock, dataDir, { steps: options.text('steps') }),
            mock,
            options,
          ),
        ),
      );
    }
    const steps = await withDataDir((dataDir) => costPerStep(dataDir, options));
    const starts = await withDataDir((dataDir) => coldStarts(mock, dataDir, options));
    await mock.end();
    printRounds({ ceiling, Sluice: sluice });
    return [...judge(middle(ceiling), middle(sluice)), ...judgeSteps(steps), judgeStarts(starts)];
  },
};

/** Milliseconds. */
interface Measured {
  readonly toLastCall: { readonly p50: number; readonly p99: number };
  /** Of the answer at 200/s. */
  readonly answer: { readonly p50: number; readonly p99: number };
}

async function measure(target: Target, mock: Mock, options: Options): Promise<Measured> {
  const job = { url: target.url, connections: 50, most: 1_000_000 };
  await send({ ...job, name: 'warm-up', seconds: 5, perSecond: 100 });
  await wait(500);
  await mock.forget();
  const seconds = options.number('seconds');
  const calm = await send({ ...job, name: 'calm', seconds, perSecond: 20, remember: true });
  await wait(1000);
  const finishedAt = await mock.finishedAt();
  const took = Object.entries(calm.postedAt).map(
    ([marker, postedAt]) => (finishedAt[marker] ?? Infinity) - postedAt,
  );
  const brisk = await send({ ...job, name: 'brisk', seconds: 10, perSecond: 200 });
  await target.process.end();
  return {
    toLastCall: { p50: percentile(took, 0.5), p99: percentile(took, 0.99) },
    answer: brisk.answer,
  };
}

const chainLength = 100;

/** Milliseconds per step, from the times of runs that only pass through 100 steps without work. */
async function costPerStep(dataDir: string, options: Options): Promise<number[]> {
  const sluice = await startSluice(dataDir);
  const api = await SluiceApi.logIn(sluice.url);
  const steps = Array.from({ length: chainLength }, (_step, index) => ({
    id: `step-${index}`,
    type: 'tools.set-values',
    inputs: { values: [] },
  }));
  const { url } = await api.publish(drawFlow('A hundred steps', steps));
  const costs: number[] = [];
  for (let run = 0; run < options.number('runs'); run++) {
    const { startedAt, finishedAt } = await runOnce(api, url, `chain-${run}`);
    costs.push((Date.parse(finishedAt) - Date.parse(startedAt)) / chainLength);
  }
  await sluice.process.end();
  return costs;
}

interface Times {
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** Posts one signal and waits until its run is over. */
async function runOnce(api: SluiceApi, url: string, marker: string): Promise<Times> {
  const headers = { 'Content-Type': 'application/json' };
  const posted = await fetch(url, { method: 'POST', headers, body: ticketDelivery(marker) });
  const { requestId } = (await posted.json()) as { requestId: string };
  const deadline = Date.now() + 30_000;
  for (;;) {
    const run = await api.send<Times & { status: string }>(`GET /runs/${requestId}`);
    if (run.status === 'succeeded') return run;
    if (Date.now() > deadline || run.status === 'failed') throw new Error(`It is ${run.status}.`);
    await wait(50);
  }
}

/** Milliseconds from starting the process to the first 202, with a flow that was published before. */
async function coldStarts(mock: Mock, dataDir: string, options: Options): Promise<number[]> {
  const { url, process } = await startTwoCallTarget(mock, dataDir, {
    steps: options.text('steps'),
  });
  await process.end();
  const { pathname, search } = new URL(url);
  const took: number[] = [];
  for (let start = 0; start < options.number('starts'); start++) {
    const port = await freePort();
    const began = sharedClock();
    const started = launchSluice(dataDir, { env: { PORT: String(port) } });
    await firstAccepted(`http://127.0.0.1:${port}${pathname}${search}`, `cold-${start}`);
    took.push(sharedClock() - began);
    await started.end();
  }
  return took;
}

async function firstAccepted(url: string, marker: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const body = ticketDelivery(marker);
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(5)) {
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer?.status === 202) return;
  }
  throw new Error('Nothing was accepted within 30 seconds of the start.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function middle(rounds: readonly Measured[]): Measured {
  const of = (pick: (round: Measured) => number) => median(rounds.map(pick));
  return {
    toLastCall: { p50: of((each) => each.toLastCall.p50), p99: of((each) => each.toLastCall.p99) },
    answer: { p50: of((each) => each.answer.p50), p99: of((each) => each.answer.p99) },
  };
}

function printRounds(all: Readonly<Record<string, readonly Measured[]>>): void {
  const rows = Object.entries(all).flatMap(([name, rounds]) =>
    rounds.map(({ toLastCall, answer }, index) => [
      `${name} ${index + 1}`,
      ...[toLastCall.p50, toLastCall.p99, answer.p50, answer.p99].map(shown),
    ]),
  );
  const heading = ['', 'last call p50 ms', 'p99 ms', 'answer at 200/s p50 ms', 'p99 ms'];
  printTable('rounds', [heading, ...rows]);
}

function judge(ceiling: Measured, sluice: Measured): Figure[] {
  const ratio = sluice.toLastCall.p50 / ceiling.toLastCall.p50;
  const both = (share: 'p50' | 'p99') =>
    `${shown(sluice.toLastCall[share])} / ${shown(ceiling.toLastCall[share])} ms`;
  return [
    atMost(2, ratio, { property: 'post to last call at 20/s, p50, times the ceiling’s' }),
    { property: 'post to last call, p50, Sluice / ceiling', toReach: '', measured: both('p50') },
    atMost(30, sluice.toLastCall.p99, { property: 'post to last call at 20/s, p99', unit: ' ms' }),
    { property: 'post to last call, p99, Sluice / ceiling', toReach: '', measured: both('p99') },
    atMost(20, sluice.answer.p99, { property: 'p99 of the answer at 200/s', unit: ' ms' }),
  ];
}

function judgeSteps(costs: readonly number[]): Figure[] {
  const property = `engine’s cost per step (chain of ${chainLength}), p50`;
  return [atMost(2, median(costs), { property, unit: ' ms' })];
}

function judgeStarts(took: readonly number[]): Figure {
  const property = 'cold start to first accepted request, p50';
  return atMost(1500, median(took), { property, unit: ' ms' });
}
