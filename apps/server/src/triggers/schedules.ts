import { StepError } from '@sluice/connector-kit';
import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import type { Journal, RunBeginning } from '../storage/journal.ts';
import { advanceSchedule, readLastFired } from '../storage/triggers.ts';
import { beginningOf } from './begin-run.ts';
import type { LiveTrigger, LiveTriggers } from './live-triggers.ts';

export interface SchedulesNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly triggers: LiveTriggers;
  readonly logger: Logger;
  /** Goes on with a run that was just stored. */
  readonly begun: (beginning: RunBeginning, trigger: LiveTrigger) => void;
}

/** Milliseconds between two looks at the clock. */
const TICK = 500;

/**
 * Starts runs by the clock. Up to when each schedule was dealt with is stored, so that times missed
 * while nobody looked are known, and each time names its run, so that two processes start one.
 */
export class Schedules {
  readonly #needs: SchedulesNeeds;
  readonly #next = new Map<LiveTrigger, number>();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(needs: SchedulesNeeds) {
    this.#needs = needs;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(Date.now()), TICK).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Starts what is due. Never throws: what could not be stored is due again at the next look. */
  async look(now: number): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const triggers = await this.#needs.triggers.ofSource('schedule');
      for (const known of this.#next.keys())
        if (!triggers.includes(known)) this.#next.delete(known);
      for (const trigger of triggers) {
        if ((this.#next.get(trigger) ?? 0) <= now) await this.#deal(trigger, now);
      }
    } catch (error) {
      this.#needs.logger.warn({ err: error }, 'the schedules could not be looked at');
    } finally {
      this.#looking = false;
    }
  }

  async #deal(trigger: LiveTrigger, now: number): Promise<void> {
    const { db, logger } = this.#needs;
    const { schedule } = trigger.definition;
    if (!schedule) return;
    try {
      const from = await readLastFired(db, trigger.row.id);
      const between = { after: new Date(from ?? now), until: new Date(now) };
      await this.#fire(trigger, schedule.missed(trigger.inputs, between));
      await advanceSchedule(db, trigger.row.id, { from, to: now });
      const next = schedule.next(trigger.inputs, between.until);
      this.#next.set(trigger, next?.getTime() ?? Infinity);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      logger.warn({ flowId: trigger.flow.id, why: error.message }, 'a schedule names no times');
      this.#next.set(trigger, Infinity);
    }
  }

  async #fire(trigger: LiveTrigger, times: readonly Date[]): Promise<void> {
    const { journal, begun } = this.#needs;
    if (times.length === 0) return;
    const beginnings = times.map((time) => {
      const at = time.toISOString();
      return beginningOf(trigger, { body: { scheduledAt: at }, key: `schedule ${at}` });
    });
    const answers = await journal.begin(beginnings);
    beginnings.forEach((beginning, index) => {
      if (answers[index]?.isNew) begun(beginning, trigger);
    });
  }
}
