import type { Mock, Target } from '../processes/peers.ts';
import type { ProcessOptions } from '../processes/running-process.ts';
import { type BenchStep, drawFlow, ticketAndAction, twoRequests } from './draw-flow.ts';
import { SluiceApi } from './sluice-api.ts';
import { startSluice } from './start-sluice.ts';

export interface TwoCallOptions extends ProcessOptions {
  /** What makes the calls: `http` for HTTP Request, `halo` for Create Ticket and Add Action. */
  readonly steps: string;
}

/** Sluice with the measured flow published, its two calls going to the mock. */
export async function startTwoCallTarget(
  mock: Mock,
  dataDir: string,
  { steps, ...options }: TwoCallOptions,
): Promise<Target> {
  const { url, process } = await startSluice(dataDir, options);
  const api = await SluiceApi.logIn(url);
  const flow = await api.publish(drawFlow('Two calls', await calling(mock, api, steps)));
  return { name: 'Sluice', url: flow.url, process };
}

async function calling(mock: Mock, api: SluiceApi, steps: string): Promise<BenchStep[]> {
  if (steps === 'http') return twoRequests(mock.url);
  if (steps === 'halo') return ticketAndAction(await api.connect(mock.url));
  throw new Error('--steps is http or halo.');
}
