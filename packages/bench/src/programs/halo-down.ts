import { setTimeout as wait } from 'node:timers/promises';
import { Poster } from '../peers/poster.ts';
import type { Options, Program } from '../program.ts';
import { send } from '../processes/peers.ts';
import { type Figure, atMost, exactly, shown } from '../report/figures.ts';
import { drawFlow, ticketAndAction } from '../sluice/draw-flow.ts';
import { HaloProcess } from '../sluice/halo-process.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { startSluice, withDataDir } from '../sluice/start-sluice.ts';

/** What an outage of Halo, or its refusal of more, does to runs: it should only delay them. */
export const haloDown: Program = {
  name: 'halo-down',
  summary: 'Halo away for a time, then asking for patience: every signal gets its ticket, once.',
  options: {
    minutes: { initial: '1', help: 'how long Halo is away; 10 for the figure to reach' },
    signals: { initial: '1000', help: 'how many signals arrive meanwhile' },
    recovery: { initial: '300', help: 'seconds that runs have to finish once Halo is back' },
    'retry-after': { initial: '5', help: 'seconds that Halo asks to wait with 429' },
  },

  run: (options) =>
    withDataDir(async (dataDir) => {
      const halo = await HaloProcess.start();
      const { url, process } = await startSluice(dataDir);
      const api = await SluiceApi.logIn(url);
      const connectionId = await api.connect(halo.url, await halo.credentials());
      const flow = await api.publish(drawFlow('Ticket and action', ticketAndAction(connectionId)));
      const outage = await sitOut(flow, halo, options);
      const patience = await askForPatience(flow.url, halo, options);
      await process.end();
      await halo.end();
      return [...outage, ...patience];
    }),
};

async function sitOut(flow: { url: string }, halo: HaloProcess, options: Options) {
  const seconds = options.number('minutes') * 60;
  const signals = options.number('signals');
  await halo.setQuirks({ down: true });
  const job = { url: flow.url, name: 'outage', connections: 20, most: signals, seconds };
  const { accepted } = await send({ ...job, perSecond: signals / seconds });
  const back = Date.now();
  await halo.setQuirks({ down: false });
  await finished(halo, accepted, options);
  const took = (Date.now() - back) / 1000;
  return [
    exactly(signals, accepted, { property: `accepted while Halo was away for ${seconds} s` }),
    ...(await ticketsOnce(halo, accepted)),
    {
      property: 'until the last was finished once Halo was back',
      toReach: '',
      measured: `${shown(took)} s`,
    },
  ];
}

/** Halo answers 429 to all for a while; nobody may ask before the time it names. */
async function askForPatience(url: string, halo: HaloProcess, options: Options): Promise<Figure[]> {
  const seconds = options.number('retry-after');
  const runs = 20;
  await halo.reset();
  await halo.setQuirks({ rateLimit: 'with-retry-after', retryAfterSeconds: seconds });
  const first = new Poster({ urls: [url], name: 'first', connections: 1, most: 1 });
  await first.done;
  while ((await askedAt(halo)).length === 0) await wait(20);
  const others = new Poster({ urls: [url], name: 'others', connections: 4, most: runs });
  await others.done;
  await wait(seconds * 500);
  await halo.setQuirks({ rateLimit: 'off' });
  await finished(halo, runs + 1, options);

  const [refusedAt = Number.NaN, ...later] = (await askedAt(halo)).map((time) => time / 1000);
  const next = (later[0] ?? Number.NaN) - refusedAt;
  const early = later.filter((time) => time - refusedAt < seconds).length;
  return [
    exactly(0, early, { property: `requests within the ${seconds} s that a 429 asked for` }),
    // A second for rounding up, and a second of jitter.
    atMost(seconds + 2, next, { property: 'from the 429 to the next request', unit: ' s' }),
    ...(await ticketsOnce(halo, runs + 1)),
  ];
}

/** When Halo was asked for anything but a token, in milliseconds since 1970. */
async function askedAt(halo: HaloProcess): Promise<number[]> {
  const seen = await halo.requests();
  return seen.filter(({ path }) => path.startsWith('/api/')).map(({ at }) => Date.parse(at));
}

async function finished(halo: HaloProcess, runs: number, options: Options): Promise<void> {
  const deadline = Date.now() + options.number('recovery') * 1000;
  for (; Date.now() < deadline; await wait(100)) {
    const { tickets, actions } = (await halo.count()).counts;
    if (actions - tickets >= runs) return;
  }
}

async function ticketsOnce(halo: HaloProcess, signals: number): Promise<Figure[]> {
  const { tickets } = await halo.state();
  const different = new Set(tickets.map((ticket) => ticket.summary)).size;
  return [
    exactly(signals, different, { property: 'signals that have a ticket' }),
    exactly(0, tickets.length - different, { property: 'tickets beyond one for each' }),
  ];
}
