import { Pool } from 'undici';
import { percentile } from '../report/percentile.ts';
import { sharedClock } from './clock.ts';
import type { SendJob, SendReport } from './send-job.ts';
import { ticketDelivery } from './ticket-delivery.ts';

/** The load generator: does the job that is its argument, and prints its report as JSON. */
const job: SendJob = JSON.parse(process.argv[2] ?? '');
const { origin, pathname, search } = new URL(job.url);
const pool = new Pool(origin, { connections: job.connections, pipelining: 1 });
const statuses: Record<string, number> = {};
const took: number[] = [];
const postedAt: Record<string, number> = {};
let suppressed = 0;
let next = 0;

async function post(): Promise<void> {
  const marker = `${job.name}-${next++}`;
  const body = ticketDelivery(marker);
  const began = sharedClock();
  try {
    const { statusCode, body: answer } = await pool.request({
      method: 'POST',
      path: pathname + search,
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await answer.text();
    if (text.includes('"suppressed":true')) suppressed += 1;
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    if (statusCode === 202) {
      took.push(sharedClock() - began);
      postedAt[marker] = began;
    }
  } catch {
    statuses['broken'] = (statuses['broken'] ?? 0) + 1;
  }
}

/** Each connection posts again as soon as it has its answer. */
async function postWithoutPause(until: number): Promise<void> {
  while (sharedClock() < until && next < job.most) await post();
}

/** Posts at even times, whether or not earlier ones have their answer, so that waiting counts. */
async function postEvenly(perSecond: number, began: number): Promise<void> {
  const all: Promise<void>[] = [];
  while (next < Math.min(job.most, perSecond * job.seconds)) {
    const due = began + (next * 1000) / perSecond;
    const ahead = due - sharedClock();
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
    all.push(post());
  }
  await Promise.all(all);
}

const firstAt = sharedClock();
if (job.perSecond === undefined) {
  const until = firstAt + job.seconds * 1000;
  await Promise.all(Array.from({ length: job.connections }, () => postWithoutPause(until)));
} else {
  await postEvenly(job.perSecond, firstAt);
}
const report: SendReport = {
  accepted: took.length,
  statuses,
  suppressed,
  firstAt,
  seconds: (sharedClock() - firstAt) / 1000,
  answer: { p50: percentile(took, 0.5), p99: percentile(took, 0.99) },
  postedAt: job.remember ? postedAt : {},
};
process.stdout.write(`${JSON.stringify(report)}\nsent\n`);
await pool.close();
