import { Pool } from 'undici';
import { setTimeout as wait } from 'node:timers/promises';
import { ticketDelivery } from '../peers/ticket-delivery.ts';
import type { Options, Program } from '../program.ts';
import { send } from '../processes/peers.ts';
import { type Figure, atMost, exactly, shown } from '../report/figures.ts';
import { drawFlow } from '../sluice/draw-flow.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { startSluice, withDataDir } from '../sluice/start-sluice.ts';

/** More correlated signals in a minute than these are suppressed. */
const THRESHOLD = 4;

/** Whether a flood is counted exactly, and whether anybody else feels it. */
export const flood: Program = {
  name: 'flood',
  summary:
    'Correlated requests at a rate: exact counts, other triggers unharmed; one run for one key.',
  options: {
    requests: { initial: '5000', help: 'how many correlated requests' },
    seconds: { initial: '60', help: 'within how many seconds; at most 60' },
    keyed: { initial: '100', help: 'how many identical requests with one key at once' },
  },

  run: (options) =>
    withDataDir(async (dataDir) => {
      const { url, process } = await startSluice(dataDir);
      const api = await SluiceApi.logIn(url);
      const figures = [...(await floodOne(api, options)), ...(await repeatKey(api, options))];
      await process.end();
      return figures;
    }),
};

const step = { id: 'values', type: 'tools.set-values', inputs: { values: [] } };

async function floodOne(api: SluiceApi, options: Options): Promise<Figure[]> {
  const floodControl = { enabled: true, threshold: THRESHOLD, periodSeconds: 60, correlateBy: [] };
  const flooded = await api.publish(drawFlow('Flooded', [step], { floodControl }));
  const other = await api.publish(drawFlow('Other', [step]));
  const requests = options.number('requests');
  const seconds = Math.min(60, options.number('seconds'));
  const job = { connections: 50, most: requests };
  const beside = { ...job, url: other.url, perSecond: 20 };

  await send({ ...beside, name: 'warm-up', seconds: 5, perSecond: 100 });
  const before = await send({ ...beside, name: 'before', seconds: seconds / 2 });
  const perSecond = requests / seconds;
  const [sent, during] = await Promise.all([
    send({ ...job, url: flooded.url, name: 'flood', seconds, perSecond }),
    send({ ...beside, name: 'during', seconds }),
  ]);

  const runs = await api.send<Listed>(`GET /runs?flowId=${flooded.id}&limit=100`);
  const signals = await api.send<Listed>(`GET /signals?flowId=${flooded.id}&limit=100`);
  const counted = signals.items.reduce((sum, { suppressedCount = 0 }) => sum + suppressedCount, 0);
  const p99 = `${shown(during.answer.p99)} / ${shown(before.answer.p99)} ms`;
  return [
    exactly(requests, sent.accepted, { property: `answered 202, at ${shown(perSecond)}/s` }),
    exactly(THRESHOLD, runs.items.length, { property: 'runs that the flood started' }),
    exactly(requests - THRESHOLD, sent.suppressed, { property: 'told that they are suppressed' }),
    exactly(requests - THRESHOLD, counted, { property: 'listed beneath the signals that ran' }),
    { property: 'answers of another trigger, p99, during / before', toReach: '', measured: p99 },
    atMost(2, during.answer.p99 / before.answer.p99, { property: 'the same, during over before' }),
  ];
}

interface Listed {
  readonly items: readonly { readonly suppressedCount?: number }[];
}

async function repeatKey(api: SluiceApi, options: Options): Promise<Figure[]> {
  const { id, url } = await api.publish(drawFlow('Keyed', [step]));
  const { origin, pathname, search } = new URL(url);
  const keyed = options.number('keyed');
  const pool = new Pool(origin, { connections: keyed });
  const ids = await Promise.all(
    Array.from({ length: keyed }, async () => {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname + search,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'one and the same' },
        body: ticketDelivery('keyed'),
      });
      const { requestId } = (await body.json()) as { requestId?: string };
      return statusCode === 202 ? requestId : undefined;
    }),
  );
  await pool.close();
  await wait(500);
  const runs = await api.send<{ items: { id: string }[] }>(`GET /runs?flowId=${id}&limit=100`);
  const same = ids.filter((each) => each !== undefined && each === runs.items[0]?.id);
  return [
    exactly(1, runs.items.length, {
      property: `runs of ${keyed} identical keyed requests at once`,
    }),
    exactly(keyed, same.length, { property: 'answers that carry the id of that run' }),
  ];
}
