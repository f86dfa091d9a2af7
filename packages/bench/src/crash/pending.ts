import { setTimeout as wait } from 'node:timers/promises';
import { sharedClock } from '../peers/clock.ts';
import { Poster } from '../peers/poster.ts';
import { type Figure, atMost, exactly } from '../report/figures.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import type { HaloProcess } from '../sluice/halo-process.ts';
import type { Servers } from './servers.ts';

/**
 * Lets runs pile up while Halo is down, kills the server, and starts it again with Halo back: how
 * long until all are in its hands, and whether every one of them ends as it should.
 */
export async function pendingAfterKill(
  { pending, path }: { readonly pending: number; readonly path: string },
  servers: Servers,
  halo: HaloProcess,
): Promise<Figure[]> {
  await halo.reset();
  await halo.setQuirks({ down: true });
  const urls = servers.urls.map((url) => url + path);
  const poster = new Poster({ urls, name: 'pending', connections: 25, most: pending });
  await poster.done;
  for (let index = 0; index < servers.count; index++) await servers.end(index, 'SIGKILL');

  await halo.setQuirks({ down: false });
  const began = sharedClock();
  await servers.start();
  const claimed = (sharedClock() - began) / 1000;
  const { size } = poster.accepted;
  const finished = await finishedOf(size, halo);
  const api = await SluiceApi.logIn(servers.urls[0] ?? '');
  const counted = async (status: string) =>
    (await api.send<{ items: object[] }>(`GET /runs?status=${status}&limit=100`)).items.length;
  return [
    atMost(10, claimed, { property: `start with ${size} open runs, all claimed`, unit: ' s' }),
    exactly(0, size - finished, { property: 'of them not finished, or finished twice' }),
    exactly(0, await counted('failed'), { property: 'runs that failed (100 are counted)' }),
    exactly(0, await counted('running'), { property: 'runs still under way (100 are counted)' }),
    exactly(0, await counted('waiting'), { property: 'runs that still wait (100 are counted)' }),
  ];
}

/** Longer than a connection rests at most whose other side was down: what waits for it is not lost. */
const PATIENCE = 90_000;

/** How many runs made their last call, once that is all of them or no more have for so long. */
async function finishedOf(all: number, halo: HaloProcess): Promise<number> {
  let finished = 0;
  for (let lastProgress = Date.now(); Date.now() - lastProgress < PATIENCE; await wait(250)) {
    const { tickets, actions } = (await halo.count()).counts;
    if (actions - tickets > finished) lastProgress = Date.now();
    finished = actions - tickets;
    if (finished >= all) break;
  }
  return finished;
}
