import { setTimeout as wait } from 'node:timers/promises';
import type { Poster } from '../peers/poster.ts';
import type { HaloProcess } from '../sluice/halo-process.ts';

/** When to kill, of a trial in which so many signals are posted. */
export interface Moment {
  readonly name: string;
  /** Resolves when it has come. */
  arrive(trial: { poster: Poster; halo: HaloProcess; signals: number }): Promise<void>;
  /** SIGTERM comes first, and the kill while the server stops. */
  readonly stopping?: true;
  /** A second kill comes while the server goes on with what it finds. */
  readonly twice?: true;
}

/** Any time while signals come in and run. */
export const atRandom: Moment = {
  name: 'at random',
  arrive: () => wait(Math.random() * 1500),
};

/** Moments at which something is half done. */
export const namedMoments: readonly Moment[] = [
  {
    name: 'the first is accepted',
    arrive: ({ poster }) => until(() => poster.accepted.size > 0),
  },
  {
    name: 'the first ticket is made',
    arrive: ({ halo }) => until(async () => (await halo.count()).counts.tickets > 0),
  },
  {
    name: 'the first action is added',
    arrive: ({ halo }) =>
      until(async () => {
        const { tickets, actions } = (await halo.count()).counts;
        return actions > tickets;
      }),
  },
  {
    name: 'half are accepted',
    arrive: ({ poster, signals }) => until(() => poster.accepted.size >= signals / 2),
  },
  { name: 'the last is accepted', arrive: ({ poster }) => poster.done },
  {
    name: 'half are finished',
    arrive: ({ halo, signals }) =>
      until(async () => {
        const { tickets, actions } = (await halo.count()).counts;
        return actions - tickets >= signals / 2;
      }),
  },
  { name: 'it is stopping', arrive: () => wait(Math.random() * 800), stopping: true },
  { name: 'it is recovering', arrive: () => wait(Math.random() * 800), twice: true },
];

/** Asks every other millisecond, for ten seconds at most: a moment that is missed is no reason not to kill. */
async function until(arrived: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await arrived()) && Date.now() < deadline) await wait(2);
}
