import { fillDatabase } from '../million/fill-database.ts';
import { type List, everyList } from '../million/lists.ts';
import { sharedClock } from '../peers/clock.ts';
import { Poster } from '../peers/poster.ts';
import type { Program } from '../program.ts';
import { Mock, send } from '../processes/peers.ts';
import { type Figure, atMost } from '../report/figures.ts';
import { percentile } from '../report/percentile.ts';
import { drawFlow, twoRequests } from '../sluice/draw-flow.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { startSluice, withDataDir } from '../sluice/start-sluice.ts';

/** Whether the screens stay quick once a great many runs are stored. */
export const millionRuns: Program = {
  name: 'million-runs',
  summary: 'p95 of every list and filter with a million runs stored, and of accepting.',
  options: {
    runs: {
      initial: '1000000',
      help: 'how many runs are stored before; about 17 GB for a million',
    },
    samples: { initial: '20', help: 'how often each list is asked for' },
    patience: { initial: '30', help: 'seconds after which a list is not asked for again' },
  },

  run: (options) =>
    withDataDir(async (dataDir) => {
      const mock = await Mock.start();
      const flowId = await storeModels(mock, dataDir);
      fillDatabase(dataDir, options.number('runs'));

      const began = sharedClock();
      const { url, process } = await startSluice(dataDir);
      const start = sharedClock() - began;
      const api = await SluiceApi.logIn(url);
      const figures: Figure[] = [atMost(1500, start, { property: 'cold start', unit: ' ms' })];
      const { url: trigger } = await api.send<{ url: string }>(
        `GET /flows/${flowId}/triggers/trigger`,
      );
      const job = { url: trigger, connections: 50, most: 10_000, seconds: 10, perSecond: 200 };
      await send({ ...job, name: 'warm-up', seconds: 3 });
      const { answer } = await send({ ...job, name: 'beside' });
      figures.push(atMost(20, answer.p99, { property: 'p99 of the answer at 200/s', unit: ' ms' }));
      for (const list of await everyList(api, flowId)) {
        const took = await ask(api, list, {
          samples: options.number('samples'),
          patienceMs: options.number('patience') * 1000,
        });
        figures.push(atMost(300, percentile(took, 0.95), { property: list.name, unit: ' ms' }));
      }
      await process.end();
      await mock.end();
      return figures;
    }),
};

/** Lets a server store a few real runs, to be copied; the flow that they follow. */
async function storeModels(mock: Mock, dataDir: string): Promise<string> {
  const { url, process } = await startSluice(dataDir);
  const api = await SluiceApi.logIn(url);
  const flow = await api.publish(drawFlow('Two calls', twoRequests(mock.url)));
  const poster = new Poster({ urls: [flow.url], name: 'model', connections: 1, most: 10 });
  await poster.done;
  while ((await mock.count()).finished < poster.accepted.size) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await process.end();
  return flow.id;
}

/** Milliseconds that each answer took. */
async function ask(
  api: SluiceApi,
  { target }: List,
  { samples, patienceMs }: { readonly samples: number; readonly patienceMs: number },
): Promise<number[]> {
  const took: number[] = [];
  const deadline = sharedClock() + patienceMs;
  while (took.length < samples && sharedClock() < deadline) {
    const began = sharedClock();
    await api.send(target);
    took.push(sharedClock() - began);
  }
  return took;
}
