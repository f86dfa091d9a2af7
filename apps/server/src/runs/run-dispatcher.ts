import { type Run, isOver, isRetriable } from '@sluice/schema';
import type { Cluster } from '../cluster/cluster.ts';
import { findRun, listIdleRuns, makeDue } from '../storage/runs.ts';
import { LostRun } from '../storage/lost-run.ts';
import { type AdvancerNeeds, RunAdvancer } from './run-advancer.ts';
import type { Advance, KnownRun, RunQueue } from './run-queue.ts';
import { WakeQueue } from './wake-queue.ts';

/** Milliseconds after which a run is tried again that could not be stored. */
const SECOND_TRY = 1000;
/** Milliseconds that a process which advances a run is given to end it. */
const CANCEL_PATIENCE = 5000;
/** Open runs that are read at a time. */
const PAGE = 1000;

export interface DispatcherNeeds extends AdvancerNeeds {
  readonly cluster: Cluster;
  readonly queueOf: (advance: Advance) => RunQueue;
}

/** Has every stored run advanced until it is over: now, when it is due, and after a restart. */
export class RunDispatcher {
  readonly #needs: DispatcherNeeds;
  readonly #advancer: RunAdvancer;
  readonly #queue: RunQueue;
  readonly #wake: WakeQueue;
  /** Runs taken up ahead of their beginning's commit: if that fails there is nothing to go on with. */
  readonly #foreseen = new Set<string>();
  #stopping = false;
  #idle: (() => void)[] = [];

  constructor(needs: DispatcherNeeds) {
    this.#needs = needs;
    this.#advancer = new RunAdvancer(needs, (runId) => this.#queue.push(runId));
    this.#queue = needs.queueOf((runId, known) => this.#advance(runId, known));
    this.#wake = new WakeQueue((runId) => this.#queue.push(runId));
    needs.cluster.listen((message) => {
      if (message.kind === 'run-woken') void this.#advancer.wake(message.runId);
      if (message.kind === 'run-cancelled') {
        void this.#advancer.cancelActive(message.runId, message.by);
      }
    });
  }

  /** How many runs wait for their turn. */
  get backlog(): number {
    return this.#queue.backlog;
  }

  /** How many runs are under way in this process. */
  get active(): number {
    return this.#advancer.active;
  }

  /** Takes up a run that is only being stored, if there is room: it is told of with `begin`, once it counts. */
  foresee(runId: string, known: () => KnownRun): void {
    this.#queue.pushAhead(runId, () => {
      this.#foreseen.add(runId);
      return known();
    });
  }

  /** Goes on with a run that was just stored. */
  begin(known: KnownRun): void {
    this.#foreseen.delete(known.start.runId);
    this.#needs.show({ run: known.summary, events: [known.start] }, 0);
    this.#queue.push(known.start.runId, known);
  }

  /** Begins to advance runs. */
  start(): Promise<void> {
    return this.#queue.start();
  }

  /**
   * Finds the runs that are not over and that nobody seems to advance, and has them advanced, or
   * woken when they are soon due. Returns how many there were.
   */
  async sweep(): Promise<number> {
    let found = 0;
    const now = Date.now();
    for (let after = ''; ;) {
      const rows = await listIdleRuns(this.#needs.db, { after, now, limit: PAGE });
      for (const { id, wake_at } of rows) {
        if (this.#advancer.isActive(id)) continue;
        if (wake_at !== null && wake_at > now) this.#wake.add(id, wake_at);
        else this.#queue.pushAgain(id);
        found += 1;
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return found;
      after = last.id;
    }
  }

  /** Runs that this one called have ended: what waits for them looks again. */
  async wake(runId: string): Promise<void> {
    // Were everything else forgotten, the sweep finds what is due.
    await makeDue(this.#needs.db, runId, Date.now());
    this.#needs.cluster.send({ kind: 'run-woken', runId });
    if (this.#advancer.isActive(runId)) void this.#advancer.wake(runId);
    this.#queue.push(runId);
  }

  /** Ends a run, wherever it is. False when it was over already. */
  async cancel(runId: string, by: string): Promise<boolean> {
    this.#wake.remove(runId);
    this.#queue.drop(runId);
    if (await this.#advancer.cancelActive(runId, by)) return true;
    const at = new Date().toISOString();
    const ended = await this.#advancer.amend(runId, (run) =>
      isOver(run.status) ? undefined : { type: 'run.cancelled', at, by },
    );
    if (ended) return true;
    if (await this.#isOver(runId)) return false;
    this.#needs.cluster.send({ kind: 'run-cancelled', runId, by });
    for (let until = Date.now() + CANCEL_PATIENCE; Date.now() < until;) {
      if (await this.#isOver(runId)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Run ${runId} could not be ended in time.`);
  }

  /** Has a run that failed or was cancelled go on from there; else says in a sentence why not. */
  async retry(runId: string, by: string): Promise<string | undefined> {
    const at = new Date().toISOString();
    let why = 'Another process is busy with the run. Try again in a moment.';
    const reopened = await this.#advancer.amend(runId, (run) => {
      why = whyNotRetriable(run) ?? why;
      return isRetriable(run) ? { type: 'run.retried', at, by } : undefined;
    });
    if (!reopened) return why;
    this.#queue.push(runId);
    return undefined;
  }

  /** Takes up no more runs, and waits until those under way have stored what they are doing. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#wake.clear();
    await this.#queue.stop();
    if (this.#advancer.active > 0) {
      await new Promise<void>((resolve) => {
        this.#idle.push(resolve);
        setTimeout(resolve, graceMs).unref();
      });
    }
    this.#needs.leases.close();
    await this.#queue.close();
  }

  async #advance(runId: string, known?: KnownRun): Promise<void> {
    if (this.#stopping) return;
    try {
      const advanced = await this.#advancer.advance(runId, known);
      if (advanced.kind === 'parked' && advanced.wakeAt !== undefined) {
        this.#wake.add(runId, advanced.wakeAt);
      }
    } catch (error) {
      // Whoever holds it now goes on with it; or it never was.
      if (error instanceof LostRun || this.#foreseen.has(runId)) return;
      // The store failed, or we have a bug: the run is as it was stored, and is tried again later.
      this.#needs.logger.error({ err: error, runId }, 'a run could not go on');
      this.#wake.add(runId, Date.now() + SECOND_TRY);
    } finally {
      this.#foreseen.delete(runId);
      if (this.#advancer.active === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  async #isOver(runId: string): Promise<boolean> {
    const found = await findRun(this.#needs.db, runId);
    return !found || isOver(found.row.status);
  }
}

function whyNotRetriable(run: Run): string | undefined {
  if (isRetriable(run)) return undefined;
  if (!isOver(run.status)) return 'The run is not over yet.';
  if (run.status === 'succeeded') return 'The run succeeded: nothing in it is to be done again.';
  return 'No step of the run failed: it was ended on purpose. Run it again from the start instead.';
}
