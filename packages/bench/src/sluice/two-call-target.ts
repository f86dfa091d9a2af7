import type { Mock, Target } from '../processes/peers.ts';
import type { ProcessOptions } from '../processes/running-process.ts';
import { drawFlow, twoCalls } from './draw-flow.ts';
import { SluiceApi } from './sluice-api.ts';
import { startSluice } from './start-sluice.ts';

/** Sluice with the measured flow published, its two calls going to the mock. */
export async function startTwoCallTarget(
  mock: Mock,
  dataDir: string,
  options: ProcessOptions = {},
): Promise<Target> {
  const { url, process } = await startSluice(dataDir, options);
  const api = await SluiceApi.logIn(url);
  const connectionId = await api.connect(mock.url);
  const flow = await api.publish(drawFlow('Two calls', twoCalls(connectionId)));
  return { name: 'Sluice', url: flow.url, process };
}
