import { type Run, foldRun } from '@sluice/schema';
import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import { readEvents } from '../storage/run-events.ts';
import { countOpenCalledRuns, findRun, listOpenCalledRuns } from '../storage/runs.ts';

export interface RunEndingsNeeds {
  readonly db: Database;
  readonly logger: Logger;
  /** Has a run look again at what it called. */
  readonly wake: (runId: string) => Promise<void>;
  /** Ends a run that was called, with the run that called it. */
  readonly cancel: (runId: string) => Promise<void>;
  /** Tells the triggers that hear of failures. Told twice, they start once. */
  readonly failed: (run: Run, about: { readonly title: string; flowName: string }) => Promise<void>;
}

/** Endings that are told at a time, after a restart. */
const BATCH = 100;

/**
 * Tells of ended runs: the run that called waits for it, those that it called are of no use any
 * more, and a failure may start others. What is to
 * be told is stored with the end itself, so a crash in between delays it and does not lose it.
 */
export class RunEndings {
  readonly #needs: RunEndingsNeeds;

  constructor(needs: RunEndingsNeeds) {
    this.#needs = needs;
  }

  /** Tells of one run's end. Never throws: what could not be told is told by `catchUp`. */
  async tell(runId: string): Promise<void> {
    const { db, logger, wake, cancel, failed } = this.#needs;
    try {
      const found = await findRun(db, runId);
      if (found) {
        const { row, summary } = found;
        if (row.parent_run_id !== null && row.parent_node_id !== null) {
          const parent = { runId: row.parent_run_id, nodeId: row.parent_node_id };
          if ((await countOpenCalledRuns(db, parent)) === 0) await wake(parent.runId);
        }
        for (const called of await listOpenCalledRuns(db, runId)) await cancel(called.id);
        if (row.status === 'failed' && !summary.test) {
          await failed(foldRun(await readEvents(db, runId)), summary);
        }
      }
      await db.deleteFrom('run_endings').where('run_id', '=', runId).execute();
    } catch (error) {
      logger.warn({ err: error, runId }, 'the end of a run could not be told yet');
    }
  }

  /** Tells what was stored and not told, because a process ended in between. */
  async catchUp(before: number): Promise<void> {
    const rows = await this.#needs.db
      .selectFrom('run_endings')
      .select('run_id')
      .where('at', '<', before)
      .orderBy('at')
      .limit(BATCH)
      .execute();
    for (const { run_id } of rows) await this.tell(run_id);
  }
}
