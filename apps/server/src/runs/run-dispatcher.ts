import { type RunHandle, runFlow } from '@sluice/engine';
import {
  type LiveMessage,
  type Run,
  type RunEvent,
  type RunStarted,
  type RunSummary,
  type Values,
  foldRun,
  isOver,
  isSettled,
  openRun,
  reduceRun,
} from '@sluice/schema';
import type { Logger } from 'pino';
import type { FlowPlans } from '../flows/flow-plans.ts';
import type { Database } from '../storage/database.ts';
import type { Journal } from '../storage/journal.ts';
import { findRun, listOpenRuns, readEvents } from '../storage/runs.ts';
import type { LiveBus } from './live-bus.ts';
import { type PerformNeeds, performAttempt } from './perform-attempt.ts';
import { WakeQueue } from './wake-queue.ts';

/** Milliseconds after which a run is tried again that could not be stored. */
const SECOND_TRY = 1000;

export interface DispatcherNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly plans: FlowPlans;
  readonly perform: PerformNeeds;
  readonly live: LiveBus;
  readonly logger: Logger;
  /** Whether an output of a node type is HTML of its own. */
  readonly isHtml: (type: string, output: string) => boolean;
  readonly constants: () => Promise<Values>;
  /** How many runs may be under way at once. */
  readonly atOnce: number;
}

/** A run that waits for its turn. Known in full when it was just accepted, else read when its turn comes. */
interface Waiting {
  readonly runId: string;
  readonly start?: RunStarted;
  readonly summary?: RunSummary;
}

/**
 * Runs what was accepted, so many at once, in this process. The tables are the truth: what is held
 * here only says "go on with run X", and `recover` finds all of it again after a restart.
 */
export class RunDispatcher {
  readonly #needs: DispatcherNeeds;
  readonly #queue: Waiting[] = [];
  readonly #known = new Set<string>();
  readonly #active = new Map<string, Promise<RunHandle | undefined>>();
  readonly #wake: WakeQueue;
  #stopping = false;
  #idle: (() => void)[] = [];

  constructor(needs: DispatcherNeeds) {
    this.#needs = needs;
    this.#wake = new WakeQueue((runId) => this.#enqueue({ runId }));
  }

  /** How many runs wait for their turn. */
  get backlog(): number {
    return this.#queue.length;
  }

  /** Goes on with a run that was just stored. */
  begin(start: RunStarted, summary: RunSummary): void {
    this.#publish(summary, [start], openRun(start));
    this.#enqueue({ runId: start.runId, start, summary });
  }

  /** Finds every run that is not over, after a start: goes on with it, or wakes it when it is due. */
  async recover(): Promise<number> {
    let found = 0;
    for (let after = ''; ;) {
      const rows = await listOpenRuns(this.#needs.db, after, 1000);
      for (const { id, wake_at } of rows) {
        if (wake_at !== null && wake_at > Date.now()) this.#wake.add(id, wake_at);
        else this.#enqueue({ runId: id });
      }
      found += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < 1000) return found;
      after = last.id;
    }
  }

  /** Ends a run, wherever it is. False when it was over already. */
  async cancel(runId: string, by: string): Promise<boolean> {
    const handle = await this.#active.get(runId);
    if (handle) return handle.cancel(by).then(() => true);
    this.#forget(runId);
    const found = await findRun(this.#needs.db, runId);
    if (!found || isOver(found.row.status)) return false;
    const run = foldRun(await readEvents(this.#needs.db, runId));
    const event: RunEvent = { type: 'run.cancelled', at: new Date().toISOString(), by };
    const recorder = this.#recorderOf(run, found.row.events, found.summary);
    await recorder([event]);
    return true;
  }

  /** Takes up no more runs, and waits until those under way have stored what they are doing. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#wake.clear();
    if (this.#active.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
      setTimeout(resolve, graceMs).unref();
    });
  }

  #enqueue(waiting: Waiting): void {
    if (this.#known.has(waiting.runId)) return;
    this.#known.add(waiting.runId);
    this.#queue.push(waiting);
    this.#startNext();
  }

  #forget(runId: string): void {
    this.#wake.remove(runId);
    const index = this.#queue.findIndex((waiting) => waiting.runId === runId);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    this.#known.delete(runId);
  }

  #startNext(): void {
    while (!this.#stopping && this.#active.size < this.#needs.atOnce) {
      const next = this.#queue.shift();
      if (!next) return;
      const opening = this.#open(next);
      this.#active.set(next.runId, opening);
      void this.#advance(next.runId, opening);
    }
  }

  async #advance(runId: string, opening: Promise<RunHandle | undefined>): Promise<void> {
    try {
      const run = await (await opening)?.done;
      const wakeAt = run && wakeTime(run);
      if (wakeAt !== undefined) this.#wake.add(runId, wakeAt);
    } catch (error) {
      // The store failed, or we have a bug: the run is as it was stored, and is tried again later.
      this.#needs.logger.error({ err: error, runId }, 'a run could not go on');
      this.#wake.add(runId, Date.now() + SECOND_TRY);
    } finally {
      this.#active.delete(runId);
      this.#known.delete(runId);
      this.#startNext();
      if (this.#active.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  async #open({ runId, start, summary }: Waiting): Promise<RunHandle | undefined> {
    const { db, plans, constants, isHtml, perform } = this.#needs;
    const stored =
      start && summary ? { run: openRun(start), seq: 1, summary } : await this.#read(runId);
    if (!stored || isOver(stored.run.status)) return undefined;
    const planned = await plans.find(stored.run.flowId, stored.run.flowVersion);
    if (!planned) {
      await db
        .updateTable('runs')
        .set({ status: 'failed', finished_at: Date.now() })
        .where('id', '=', runId)
        .execute();
      throw new Error(`Run ${runId} follows a version that is not kept any more.`);
    }
    const { nodes } = planned.plan;
    return runFlow(planned.plan, stored.run, {
      constants: await constants(),
      isHtml: (nodeId, output) => isHtml(nodes.get(nodeId)?.node.type ?? '', output),
      perform: (attempt) => performAttempt(attempt, runId, perform),
      record: this.#recorderOf(stored.run, stored.seq, stored.summary),
      now: Date.now,
      random: Math.random,
      alarm: setAlarm,
    });
  }

  async #read(runId: string) {
    const found = await findRun(this.#needs.db, runId);
    if (!found || isOver(found.row.status)) return undefined;
    const events = await readEvents(this.#needs.db, runId);
    return { run: foldRun(events), seq: events.length, summary: found.summary };
  }

  /** Stores a run's events one batch after another, and shows them once they are durable. */
  #recorderOf(from: Run, firstSeq: number, summary: RunSummary) {
    let run = from;
    let seq = firstSeq;
    let turn: Promise<void> = Promise.resolve();
    return (events: readonly RunEvent[]): Promise<void> => {
      const entry = { runId: run.id, firstSeq: seq, events };
      run = events.reduce(reduceRun, run);
      seq += events.length;
      const after = run;
      turn = turn.then(async () => {
        await this.#needs.journal.append({
          ...entry,
          status: after.status,
          finishedAt: after.finishedAt === undefined ? null : Date.parse(after.finishedAt),
          wakeAt: wakeTime(after) ?? null,
        });
        this.#publish(summary, events, after);
      });
      return turn;
    };
  }

  #publish(summary: RunSummary, events: LiveMessage['events'], run: Run): void {
    if (!this.#needs.live.watched) return;
    const { status, finishedAt } = run;
    const shown = { ...summary, status, ...(finishedAt !== undefined && { finishedAt }) };
    this.#needs.live.publish({ name: 'run', data: { run: shown, events } });
  }
}

/** When a run that only waits is due, in milliseconds since 1970. */
function wakeTime(run: Run): number | undefined {
  if (isOver(run.status)) return undefined;
  const dues = Object.values(run.steps).flatMap((step) =>
    !isSettled(step) && step.until ? [Date.parse(step.until)] : [],
  );
  return run.status === 'waiting' && dues.length > 0 ? Math.min(...dues) : undefined;
}

/** Timers of Node hold at most 24.8 days; a longer pause is looked at again then. */
function setAlarm(at: number, ring: () => void): () => void {
  const timer = setTimeout(ring, Math.min(Math.max(0, at - Date.now()), 2 ** 31 - 1));
  return () => clearTimeout(timer);
}
