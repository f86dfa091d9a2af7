import type { RunSummary } from '@sluice/schema';
import type { Cluster } from '../cluster/cluster.ts';
import type { RunBeginning } from '../storage/journal.ts';
import { startOnFailure } from '../triggers/failure-triggers.ts';
import type { LiveTrigger, LiveTriggers } from '../triggers/live-triggers.ts';
import { Schedules } from '../triggers/schedules.ts';
import { callFlows } from './call-flows.ts';
import type { PerformNeeds } from './perform-attempt.ts';
import type { AdvancerNeeds } from './run-advancer.ts';
import { RunDispatcher } from './run-dispatcher.ts';
import { RunEndings } from './run-endings.ts';
import type { Advance, RunQueue } from './run-queue.ts';

export interface RunsNeeds extends Omit<AdvancerNeeds, 'perform' | 'ended'> {
  readonly perform: Omit<PerformNeeds, 'flowsFor'>;
  readonly triggers: LiveTriggers;
  readonly cluster: Cluster;
  readonly queueOf: (advance: Advance) => RunQueue;
  /** Whether this process advances runs, or only stores and queues them. */
  readonly advances: boolean;
  /** Milliseconds between two looks for runs that nobody advances. */
  readonly sweepMs: number;
}

/** Everything that makes stored runs go on. */
export interface Runs {
  readonly dispatcher: RunDispatcher;
  /** Goes on with a run that was just stored. */
  begun(beginning: RunBeginning, trigger: LiveTrigger): void;
  /** Begins to advance runs; returns how many were not over when the last process ended. */
  start(): Promise<number>;
  /** Takes up no more runs, and waits until those under way have stored what they are doing. */
  stop(graceMs: number): Promise<void>;
}

/** Puts together what advances runs, what tells of their ends, and the clock that starts them. */
export function createRuns(needs: RunsNeeds): Runs {
  const { db, journal, triggers, plans, logger } = needs;
  const begun = ({ start, title }: RunBeginning, trigger: LiveTrigger): void =>
    dispatcher.begin({ start, summary: summaryOf({ start, title }, trigger) });
  const perform: PerformNeeds = {
    ...needs.perform,
    flowsFor: (caller) => callFlows(caller, { db, journal, triggers, begun }),
  };
  const dispatcher: RunDispatcher = new RunDispatcher({
    ...needs,
    perform,
    // What ends while the server stops is told at its next start, when somebody can act on it.
    ended: (runId) => void (stopping || endings.tell(runId)),
  });
  const endings = new RunEndings({
    db,
    logger,
    wake: (runId) => dispatcher.wake(runId),
    cancel: (runId) => dispatcher.cancel(runId, 'The run that called it').then(() => {}),
    failed: (run, about) => startOnFailure(run, about, { db, journal, triggers, plans, begun }),
  });
  const schedules = new Schedules({ db, journal, triggers, logger, begun });
  let sweeping: NodeJS.Timeout | undefined;
  let stopping = false;

  async function sweep(): Promise<void> {
    try {
      await endings.catchUp(Date.now() - needs.sweepMs);
      await dispatcher.sweep();
    } catch (error) {
      logger.warn({ err: error }, 'open runs could not be looked for; it is tried again soon');
    }
  }

  return {
    dispatcher,
    begun,
    start: async () => {
      const found = needs.advances ? await dispatcher.sweep() : 0;
      await dispatcher.start();
      if (!needs.advances) return found;
      await endings.catchUp(Date.now());
      schedules.start();
      sweeping = setInterval(() => void sweep(), needs.sweepMs).unref();
      return found;
    },
    stop: async (graceMs) => {
      stopping = true;
      clearInterval(sweeping);
      schedules.stop();
      await dispatcher.stop(graceMs);
    },
  };
}

/** A run that has just begun, as the lists show it. */
export function summaryOf(
  { start, title }: Pick<RunBeginning, 'start' | 'title'>,
  { flow, node }: LiveTrigger,
): RunSummary {
  return {
    id: start.runId,
    flowId: flow.id,
    flowName: flow.name,
    flowVersion: start.flowVersion,
    status: 'running',
    title,
    startedAt: start.at,
    test: start.test === true,
    triggerId: node.id,
    triggerName: node.name,
  };
}
