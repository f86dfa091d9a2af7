import { setTimeout as wait } from 'node:timers/promises';
import type { Options, Program } from '../program.ts';
import { Mock, type Target, send, startCeiling } from '../processes/peers.ts';
import { type Figure, atLeast, atMost, shown } from '../report/figures.ts';
import { median } from '../report/percentile.ts';
import { printTable } from '../report/print-table.ts';
import { withDataDir } from '../sluice/start-sluice.ts';
import { startTwoCallTarget } from '../sluice/two-call-target.ts';

/** What one target did in one round. */
interface Round {
  readonly accepted: number;
  readonly finished: number;
  readonly p50: number;
  readonly p99: number;
  readonly unfinished: number;
  readonly refused: number;
  /** Milliseconds of processor time for each finished run: what other load disturbs least. */
  readonly cpu: number;
  readonly idle: number;
  readonly peak: number;
}

/** All rounds of one target. */
interface Rounds {
  readonly name: string;
  readonly rounds: Round[];
}

/** More than any round posts. */
const MOST = 1_000_000;

/** As many signals as the connections can post, against the ceiling and against Sluice in turn. */
export const load: Program = {
  name: 'load',
  summary:
    'Accepted and finished per second at 50 connections, beside the ceiling in the same run.',
  options: {
    clients: { initial: 'agent,fetch', help: 'what ceilings call with: agent, fetch, undici' },
    steps: { initial: 'http', help: 'what makes the two calls: http, or halo' },
    rounds: { initial: '3', help: 'how often each is measured, in turn' },
    seconds: { initial: '10', help: 'how long signals are posted in a round' },
    'warm-up': { initial: '2', help: 'seconds of posting before, not counted' },
    connections: { initial: '50', help: 'how many connections post' },
    drain: { initial: '60', help: 'seconds that runs have to finish afterwards' },
    profile: { initial: '', help: 'folder for a CPU profile of the Sluice process' },
  },

  async run(options) {
    const mock = await Mock.start();
    const ceilings = new Map(options.text('clients').split(',').map(ceilingWith));
    const sluice: Round[] = [];
    for (let round = 0; round < options.number('rounds'); round++) {
      for (const [client, { rounds }] of ceilings) {
        rounds.push(await measure(await startCeiling(mock, client), mock, options));
      }
      const profile = options.text('profile');
      const nodeArgs = profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
      sluice.push(
        await withDataDir(async (dataDir) =>
          measure(
            await startTwoCallTarget(mock, dataDir, { nodeArgs, steps: options.text('steps') }),
            mock,
            options,
          ),
        ),
      );
    }
    await mock.end();
    printRounds([...ceilings.values(), { name: 'Sluice', rounds: sluice }]);
    const ours = middle(sluice);
    return [...[...ceilings.values()].flatMap((each) => compare(each, ours)), ...judge(ours)];
  },
};

async function measure(target: Target, mock: Mock, options: Options): Promise<Round> {
  await wait(1000);
  const idle = target.process.memory().now;
  const job = { url: target.url, connections: options.number('connections'), most: MOST };
  await mock.forget();
  const warmUp = { ...job, name: 'warm-up', seconds: options.number('warm-up') };
  const warmedUp = await send(warmUp);
  await drain(mock, warmedUp.accepted, options);
  await mock.forget();

  const cpuBefore = target.process.cpu();
  const sent = await send({ ...job, name: 'load', seconds: options.number('seconds') });
  const { finished, lastAt } = await drain(mock, sent.accepted, options);
  const { peak } = target.process.memory();
  const cpu = (target.process.cpu() - cpuBefore) / finished;
  await target.process.end();
  const answers = Object.values(sent.statuses).reduce((sum, count) => sum + count, 0);
  return {
    accepted: sent.accepted / sent.seconds,
    finished: finished / ((lastAt - sent.firstAt) / 1000),
    p50: sent.answer.p50,
    p99: sent.answer.p99,
    unfinished: sent.accepted - finished,
    refused: answers - sent.accepted,
    cpu,
    idle,
    peak,
  };
}

/** Waits until as many runs have made their last call as were accepted, or until it takes too long. */
async function drain(mock: Mock, accepted: number, options: Options) {
  const deadline = Date.now() + options.number('drain') * 1000;
  let { finished } = await mock.count();
  while (finished < accepted && Date.now() < deadline) {
    await wait(100);
    ({ finished } = await mock.count());
  }
  const times = Object.values(await mock.finishedAt());
  return { finished, lastAt: times.reduce((last, time) => Math.max(last, time), 0) };
}

function middle(rounds: readonly Round[]): Round {
  const of = (name: keyof Round) => median(rounds.map((round) => round[name]));
  return {
    accepted: of('accepted'),
    finished: of('finished'),
    p50: of('p50'),
    p99: of('p99'),
    unfinished: rounds.reduce((sum, round) => sum + round.unfinished, 0),
    refused: rounds.reduce((sum, round) => sum + round.refused, 0),
    cpu: of('cpu'),
    idle: of('idle'),
    peak: of('peak'),
  };
}

function ceilingWith(client: string): [client: string, rounds: Rounds] {
  return [client, { name: `ceiling with ${client}`, rounds: [] }];
}

function printRounds(all: readonly Rounds[]): void {
  const rows = all.flatMap(({ name, rounds }) =>
    rounds.map((round, index) => row(`${name} ${index + 1}`, round)),
  );
  const heading = [
    '',
    'accepted/s',
    'p50 ms',
    'p99 ms',
    'finished/s',
    'CPU ms/run',
    'idle MB',
    'peak MB',
  ];
  printTable('rounds', [heading, ...rows]);
}

function row(name: string, round: Round): string[] {
  const { accepted, p50, p99, finished, cpu, idle, peak } = round;
  return [name, ...[accepted, p50, p99, finished, cpu, idle, peak].map(shown)];
}

/** Sluice beside what stores nothing. */
function compare({ name, rounds }: Rounds, sluice: Round): Figure[] {
  const ceiling = middle(rounds);
  const told = (property: string, figure: number) => ({
    property: `${property}, ${name}`,
    toReach: '',
    measured: shown(figure),
  });
  const share = sluice.finished / ceiling.finished;
  return [
    atLeast(0.6, share, { property: `finished per second, share of the ${name}` }),
    told('finished per second', ceiling.finished),
    told('accepted per second', ceiling.accepted),
    told('processor time for a run, times', sluice.cpu / ceiling.cpu),
  ];
}

function judge(sluice: Round): Figure[] {
  return [
    { property: 'finished per second', toReach: '', measured: shown(sluice.finished) },
    atLeast(1500, sluice.accepted, { property: 'accepted per second' }),
    atMost(250, sluice.p99, { property: 'p99 of the answer', unit: ' ms' }),
    atMost(0, sluice.unfinished, { property: 'accepted and not finished' }),
    atMost(0, sluice.refused, { property: 'refused' }),
    atMost(150, sluice.idle, { property: 'memory idle', unit: ' MB' }),
    atMost(300, sluice.peak, { property: 'memory under load', unit: ' MB' }),
  ];
}
