import { atRandom, namedMoments } from '../crash/moments.ts';
import { pendingAfterKill } from '../crash/pending.ts';
import { Servers } from '../crash/servers.ts';
import { type Trial, attempt } from '../crash/trial.ts';
import type { Program } from '../program.ts';
import { type Figure, atMost, exactly, shown } from '../report/figures.ts';
import { percentile } from '../report/percentile.ts';
import { printTable } from '../report/print-table.ts';
import { drawFlow, ticketAndAction } from '../sluice/draw-flow.ts';
import { HaloProcess } from '../sluice/halo-process.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { withDataDir } from '../sluice/start-sluice.ts';

/** Retries almost at once, so that a trial takes no longer than it must. */
const retry = { attempts: 100, firstDelaySeconds: 0.05, longestDelaySeconds: 0.5 };

/** Kills the server again and again, and counts what was lost or done twice. */
export const crash: Program = {
  name: 'crash',
  summary: 'Kills the server under load at random and at named moments: lost, repeated, doubled.',
  options: {
    kills: { initial: '200', help: 'how often to kill' },
    signals: { initial: '200', help: 'how many signals are posted around each kill' },
    pending: { initial: '10000', help: 'how many runs are open at the last kill; 0 leaves it out' },
    database: { initial: '', help: 'a PostgreSQL URL: kills one of two servers that share it' },
  },

  run: (options) =>
    withDataDir(async (dataDir) => {
      const halo = await HaloProcess.start();
      const database = options.text('database');
      const servers = new Servers(dataDir, { database, count: database === '' ? 1 : 2 });
      await servers.start();
      const [url = ''] = servers.urls;
      const api = await SluiceApi.logIn(url);
      const connectionId = await api.connect(halo.url, await halo.credentials());
      const steps = ticketAndAction(connectionId).map((step) => ({ ...step, retry }));
      const flow = await api.publish(drawFlow('Ticket and action', steps));
      const path = flow.url.slice(url.length);

      const trials: Trial[] = [];
      for (let number = 0; number < options.number('kills'); number++) {
        const named = namedMoments[Math.floor(number / 2) % namedMoments.length] ?? atRandom;
        const moment = number % 2 === 0 ? atRandom : named;
        const plan = { moment, number, signals: options.number('signals'), path };
        trials.push(await attempt(plan, servers, halo));
        tell(trials);
      }
      printMoments(trials);
      const pending = options.number('pending');
      const last = pending === 0 ? [] : await pendingAfterKill({ pending, path }, servers, halo);
      await servers.endAll();
      await halo.end();
      return [...judge(trials), ...last];
    }),
};

/** A line for each trial that was not as it must be, and now and then how far it is. */
function tell(trials: readonly Trial[]): void {
  const last = trials.at(-1);
  if (!last) return;
  if (last.lost + last.doubledTickets + last.doubledActions + last.repeated > 0) {
    process.stdout.write(`trial ${trials.length - 1}: ${JSON.stringify(last)}\n`);
  }
  if (trials.length % 20 === 0) process.stdout.write(`${trials.length} kills\n`);
}

function printMoments(trials: readonly Trial[]): void {
  const names = [...new Set(trials.map((trial) => trial.moment))];
  printTable('killed when …', [
    ['', 'kills', 'accepted', 'open', 'lost', 'tickets twice', 'actions twice', 'repeated'],
    ...names.map((name) => {
      const of = trials.filter((trial) => trial.moment === name);
      const columns = ['accepted', 'open', 'lost', 'doubledTickets', 'doubledActions'] as const;
      const sums = [...columns, 'repeated' as const].map((column) => shown(sum(of, column)));
      return [name, shown(of.length), ...sums];
    }),
  ]);
}

function judge(trials: readonly Trial[]): Figure[] {
  const resumed = trials.map((trial) => trial.resumedAfter).filter((time) => !Number.isNaN(time));
  const kills = `in ${trials.length} kills`;
  return [
    { property: `accepted ${kills}`, toReach: '', measured: shown(sum(trials, 'accepted')) },
    { property: 'of them open at the kill', toReach: '', measured: shown(sum(trials, 'open')) },
    exactly(0, sum(trials, 'lost'), { property: `accepted runs lost ${kills}` }),
    exactly(0, sum(trials, 'repeated'), { property: 'finished steps repeated' }),
    exactly(0, sum(trials, 'doubledTickets'), { property: 'tickets created twice' }),
    exactly(0, sum(trials, 'doubledActions'), { property: 'actions added twice' }),
    atMost(2000, percentile(resumed, 0.5), {
      property: 'restart to first resumed run, p50',
      unit: ' ms',
    }),
    atMost(2000, percentile(resumed, 1), {
      property: 'restart to first resumed run, the slowest',
      unit: ' ms',
    }),
  ];
}

type Counted = 'accepted' | 'open' | 'lost' | 'doubledTickets' | 'doubledActions' | 'repeated';

function sum(trials: readonly Trial[], column: Counted): number {
  return trials.reduce((total, trial) => total + trial[column], 0);
}
