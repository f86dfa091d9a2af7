import { setTimeout as wait } from 'node:timers/promises';
import { sharedClock } from '../peers/clock.ts';
import { Poster } from '../peers/poster.ts';
import type { HaloProcess } from '../sluice/halo-process.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import type { Moment } from './moments.ts';
import type { Servers } from './servers.ts';
import { type Outcome, whatBecame } from './what-became.ts';

export interface TrialPlan {
  readonly moment: Moment;
  readonly number: number;
  readonly signals: number;
  /** The trigger's path and key, below each server. */
  readonly path: string;
}

export interface Trial extends Outcome {
  readonly moment: string;
  /** Accepted and not finished when the kill came. */
  readonly open: number;
  /** Milliseconds from the start of the new process to the first change in Halo; NaN if none was due, or if another server went on. */
  readonly resumedAfter: number;
}

/** Milliseconds that Halo takes at most. */
const SLOWEST = 60;

/** Posts signals, kills a server at a moment, starts it again, and looks at what became of them. */
export async function attempt(
  plan: TrialPlan,
  servers: Servers,
  halo: HaloProcess,
): Promise<Trial> {
  const { moment, number, signals, path } = plan;
  const victim = number % servers.count;
  await halo.reset();
  await halo.setQuirks({ delayMs: Math.floor(Math.random() * SLOWEST) });
  const urls = servers.urls.map((url) => url + path);
  const poster = new Poster({ urls, name: `trial-${number}`, connections: 25, most: signals });
  await moment.arrive({ poster, halo, signals });
  const stopping = moment.stopping && servers.end(victim, 'SIGTERM');
  if (stopping) await wait(Math.random() * 60);
  await servers.end(victim, 'SIGKILL');
  await stopping;
  await poster.stop();
  // What was on its way at the kill arrives yet, and must not pass for the work of the new process.
  await wait(SLOWEST * 2);
  const { counts, revision } = await halo.count();
  const open = poster.accepted.size - (counts.actions - counts.tickets);

  if (moment.twice) {
    servers.launch(victim);
    await wait(200 + Math.random() * 1300);
    await servers.end(victim, 'SIGKILL');
  }
  await halo.setQuirks({ delayMs: 0 });
  const began = sharedClock();
  const alone = servers.count === 1;
  const change = open > 0 && alone ? nextChange(halo, revision) : Promise.resolve(Number.NaN);
  servers.launch(victim);
  await servers.ready(victim);
  const resumedAfter = (await change) - began;
  const api = await SluiceApi.logIn(servers.urls[victim] ?? '');
  await allOver(api);
  const outcome = await whatBecame(poster.accepted, await halo.state(), api);
  return { ...outcome, moment: moment.name, open, resumedAfter };
}

async function nextChange(halo: HaloProcess, revision: number): Promise<number> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if ((await halo.count()).revision !== revision) return sharedClock();
    await wait(5);
  }
  return Infinity;
}

/** Waits until no run is open; whatever still is after a minute will count as lost. */
async function allOver(api: SluiceApi): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (; Date.now() < deadline; await wait(50)) {
    const pages = await Promise.all(
      ['running', 'waiting'].map((status) =>
        api.send<{ items: object[] }>(`GET /runs?status=${status}&limit=1`),
      ),
    );
    if (pages.every(({ items }) => items.length === 0)) return;
  }
}
