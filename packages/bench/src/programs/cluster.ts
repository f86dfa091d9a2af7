import { setTimeout as wait } from 'node:timers/promises';
import { Servers } from '../crash/servers.ts';
import { sharedClock } from '../peers/clock.ts';
import type { SendReport } from '../peers/send-job.ts';
import type { Options, Program } from '../program.ts';
import { Mock, send } from '../processes/peers.ts';
import { type Figure, atLeast, exactly, shown } from '../report/figures.ts';
import { drawFlow, twoRequests } from '../sluice/draw-flow.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { withDataDir } from '../sluice/start-sluice.ts';

/** What so many processes did together. */
interface Together {
  readonly processes: number;
  readonly accepted: number;
  readonly finished: number;
  readonly unfinished: number;
}

/** Whether more processes on one PostgreSQL database finish more. */
export const cluster: Program = {
  name: 'cluster',
  summary: 'Finished per second with 1, 2 and 4 processes on one PostgreSQL database.',
  options: {
    database: { initial: '', help: 'the URL of an empty PostgreSQL database; must be given' },
    processes: { initial: '1,2,4', help: 'how many processes, one measurement each' },
    seconds: { initial: '10', help: 'how long signals are posted' },
    connections: { initial: '48', help: 'how many connections post, shared among the processes' },
    drain: { initial: '60', help: 'seconds that runs have to finish afterwards' },
  },

  async run(options) {
    const database = options.text('database');
    if (database === '')
      throw new Error('--database takes the URL of an empty PostgreSQL database.');
    const mock = await Mock.start();
    const all: Together[] = [];
    for (const processes of options.text('processes').split(',').map(Number)) {
      const servers = (dataDir: string) => new Servers(dataDir, { database, count: processes });
      all.push(await withDataDir((dataDir) => measure(servers(dataDir), mock, options)));
    }
    await mock.end();
    return all.flatMap((each) => judge(each, all[0]));
  },
};

async function measure(servers: Servers, mock: Mock, options: Options): Promise<Together> {
  await servers.start();
  const [url = ''] = servers.urls;
  const api = await SluiceApi.logIn(url);
  const flow = await api.publish(drawFlow('Two calls', twoRequests(mock.url)));
  const path = flow.url.slice(url.length);
  const connections = Math.ceil(options.number('connections') / servers.count);
  const postToAll = (name: string, seconds: number): Promise<SendReport[]> =>
    Promise.all(
      servers.urls.map((each, index) => {
        const job = { url: each + path, name: `${name}-${index}`, connections, seconds };
        return send({ ...job, most: 1_000_000 });
      }),
    );

  await mock.forget();
  await drain(mock, acceptedOf(await postToAll('warm-up', 2)), options);
  await mock.forget();
  const sent = await postToAll('load', options.number('seconds'));
  const accepted = acceptedOf(sent);
  const finished = await drain(mock, accepted, options);
  const firstAt = Math.min(...sent.map((report) => report.firstAt));
  const times = Object.values(await mock.finishedAt());
  const lastAt = times.reduce((last, time) => Math.max(last, time), firstAt);
  await servers.endAll();
  return {
    processes: servers.count,
    accepted: accepted / Math.max(...sent.map((report) => report.seconds)),
    finished: finished / ((lastAt - firstAt) / 1000),
    unfinished: accepted - finished,
  };
}

function acceptedOf(sent: readonly SendReport[]): number {
  return sent.reduce((sum, report) => sum + report.accepted, 0);
}

async function drain(mock: Mock, accepted: number, options: Options): Promise<number> {
  const deadline = sharedClock() + options.number('drain') * 1000;
  let { finished } = await mock.count();
  while (finished < accepted && sharedClock() < deadline) {
    await wait(100);
    ({ finished } = await mock.count());
  }
  return finished;
}

function judge(together: Together, alone: Together | undefined): Figure[] {
  const { processes, accepted, finished, unfinished } = together;
  const named = processes === 1 ? '1 process' : `${processes} processes`;
  const grows = { property: `${named}: finished, times that of the first measurement` };
  return [
    { property: `${named}: accepted per second`, toReach: '', measured: shown(accepted) },
    { property: `${named}: finished per second`, toReach: '', measured: shown(finished) },
    ...(alone && together !== alone ? [atLeast(1, finished / alone.finished, grows)] : []),
    exactly(0, unfinished, { property: `${named}: accepted and not finished` }),
  ];
}
