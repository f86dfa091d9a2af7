import { type RunHandle, deadlineOf, runFlow } from '@sluice/engine';
import {
  type LiveMessage,
  type Run,
  type RunEvent,
  type Values,
  foldRun,
  isOver,
  isSettled,
  openRun,
  reduceRun,
} from '@sluice/schema';
import type { Logger } from 'pino';
import type { RunLeases } from '../cluster/run-leases.ts';
import type { FlowPlans, PlannedVersion } from '../flows/flow-plans.ts';
import type { Database } from '../storage/database.ts';
import type { Journal } from '../storage/journal.ts';
import { LostRun } from '../storage/lost-run.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun } from '../storage/runs.ts';
import { FlowTurns } from './flow-turns.ts';
import { type PerformNeeds, performAttempt } from './perform-attempt.ts';
import { type HeldRun, recordRun } from './record-run.ts';
import type { KnownRun } from './run-queue.ts';

export interface AdvancerNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly plans: FlowPlans;
  readonly leases: RunLeases;
  readonly perform: PerformNeeds;
  readonly logger: Logger;
  /** Whether an output of a node type is HTML of its own. */
  readonly isHtml: (type: string, output: string) => boolean;
  readonly constants: () => Promise<Values>;
  readonly show: (message: LiveMessage, firstSeq: number) => void;
  readonly ended: (runId: string) => void;
}

/** How far a run got. */
export type Advanced =
  | { readonly kind: 'over' }
  /** All it can do is wait until then. */
  | { readonly kind: 'parked'; readonly wakeAt: number | undefined }
  /** Its flow has as many runs under way as it may; it is this flow's turn that is waited for. */
  | { readonly kind: 'held' }
  /** Another process holds it. */
  | { readonly kind: 'elsewhere' };

/** Takes runs up from the store, advances them with the engine, and stores what happens. */
export class RunAdvancer {
  readonly #needs: AdvancerNeeds;
  readonly #active = new Map<string, Promise<RunHandle | undefined>>();
  readonly #turns: FlowTurns;

  /** `resume` is told of a run that was held once its flow has room again. */
  constructor(needs: AdvancerNeeds, resume: (runId: string) => void) {
    this.#needs = needs;
    this.#turns = new FlowTurns(resume);
  }

  get active(): number {
    return this.#active.size;
  }

  isActive(runId: string): boolean {
    return this.#active.has(runId);
  }

  /** Throws when the run could not be stored or read, or when we have a bug. */
  async advance(runId: string, known?: KnownRun): Promise<Advanced> {
    let ready: (handle: RunHandle | undefined) => void = () => {};
    this.#active.set(runId, new Promise((resolve) => (ready = resolve)));
    try {
      return await this.#advance(runId, { known, ready });
    } catch (error) {
      // Whoever is next goes on from what is stored, this process included. Else the lease runs out.
      await this.#needs.leases.release(runId).catch(() => undefined);
      throw error;
    } finally {
      ready(undefined);
      this.#needs.leases.forget(runId);
      this.#active.delete(runId);
    }
  }

  /** Ends a run that this process advances; false when it does not. */
  async cancelActive(runId: string, by: string): Promise<boolean> {
    const handle = await this.#active.get(runId);
    await handle?.cancel(by);
    return handle !== undefined;
  }

  /** Adds an event to a run that nobody advances; false when somebody does, or it is refused. */
  async amend(runId: string, event: (run: Run) => RunEvent | undefined): Promise<boolean> {
    const lease = await this.#needs.leases.take(runId);
    const held = lease && (await this.#read(runId, lease.fence));
    const added = held && event(held.run);
    if (held && added) {
      const planned = await this.#needs.plans.findFor(held.run);
      await this.#recorder(held, planned)([added], reduceRun(held.run, added));
    }
    if (lease) await this.#needs.leases.release(runId);
    return added !== undefined;
  }

  /** Has what waits for called runs look again, if this process advances the run. */
  async wake(runId: string): Promise<void> {
    (await this.#active.get(runId))?.wake();
  }

  async #advance(
    runId: string,
    {
      known,
      ready,
    }: { known: KnownRun | undefined; ready: (handle: RunHandle | undefined) => void },
  ): Promise<Advanced> {
    const { leases, plans, perform, constants, isHtml } = this.#needs;
    const lease = await leases.take(runId);
    if (!lease) return { kind: 'elsewhere' };
    const { fence } = lease;
    const held =
      known && lease.isFresh
        ? { run: openRun(known.start), events: 1, fence, summary: known.summary }
        : await this.#read(runId, fence);
    if (!held || isOver(held.run.status)) {
      await leases.release(runId);
      this.#turns.pass(runId);
      return { kind: 'over' };
    }
    const { flowId, triggerId } = held.run;
    const planned = await plans.findFor(held.run);
    const record = this.#recorder(held, planned);
    if (!planned) {
      const message = 'The version it follows is not kept any more.';
      const at = new Date().toISOString();
      const end: RunEvent = { type: 'run.finished', at, as: 'failed', message };
      await record([end], reduceRun(held.run, end));
      this.#turns.pass(runId);
      return { kind: 'over' };
    }
    const { plan } = planned;
    const done = this.#turns.take(flowId, { runId, atOnce: plan.runsAtOnceOf(triggerId) });
    if (!done) {
      await leases.release(runId);
      return { kind: 'held' };
    }
    const needs: PerformNeeds = {
      beforeSending: () => {
        if (!leases.holds(runId)) throw new LostRun(runId);
      },
      ...perform,
    };
    try {
      const handle = runFlow(plan, held.run, {
        constants: await constants(),
        isHtml: (nodeId, output) => isHtml(planned.typeOf(nodeId) ?? '', output),
        perform: (attempt) => performAttempt(attempt, runId, needs),
        record,
        now: Date.now,
        random: Math.random,
        alarm: setAlarm,
      });
      ready(handle);
      const run = await handle.done;
      return isOver(run.status)
        ? { kind: 'over' }
        : { kind: 'parked', wakeAt: wakeTime(planned, run) };
    } finally {
      done();
    }
  }

  async #read(runId: string, fence: number): Promise<HeldRun | undefined> {
    const found = await findRun(this.#needs.db, runId);
    if (!found) return undefined;
    const events = await readEvents(this.#needs.db, runId);
    return { run: foldRun(events), events: events.length, fence, summary: found.summary };
  }

  #recorder(held: HeldRun, planned: PlannedVersion | undefined) {
    const { journal, show, ended } = this.#needs;
    return recordRun(held, {
      journal,
      show,
      ended,
      wakeTime: (run) => planned && wakeTime(planned, run),
    });
  }
}

/** When a run that only waits is due, or has taken too long, in milliseconds since 1970. */
function wakeTime({ plan }: PlannedVersion, run: Run): number | undefined {
  if (run.status !== 'waiting') return undefined;
  const dues = Object.values(run.steps).flatMap((step) =>
    !isSettled(step) && step.until ? [Date.parse(step.until)] : [],
  );
  return Math.min(...dues, deadlineOf(plan, run));
}

/** Rings at a time, however far: one timer cannot wait longer than 24 days. */
function setAlarm(at: number, ring: () => void): () => void {
  const delay = Math.max(0, at - Date.now());
  const longest = 2 ** 31 - 1;
  let cancelLater = () => {};
  const timer = setTimeout(
    () => (delay > longest ? (cancelLater = setAlarm(at, ring)) : ring()),
    Math.min(delay, longest),
  );
  timer.unref();
  return () => {
    clearTimeout(timer);
    cancelLater();
  };
}
