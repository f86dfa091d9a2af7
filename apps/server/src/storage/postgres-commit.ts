import { isStorageTrouble } from './is-storage-trouble.ts';

/** How many pieces of work share one commit at most, and how much text they may bring. */
const LARGEST_BATCH = 256;
const LARGEST_TEXT = 8_000_000;
/**
 * How many commits may be under way at once, and how many of them may wait for other processes;
 * whatever arrives meanwhile shares the next.
 */
const MOST_AT_ONCE = 3;
const MOST_WAITING = 2;

/** Something to store within a commit that it shares with others. */
export interface CommitJob<Work> {
  readonly work: Work;
  /** Whether it may have to wait for other processes; it then shares no commit with what need not. */
  readonly waits: boolean;
  /** What no other commit of this process may touch at the same time: triggers, runs. */
  readonly touches: readonly string[];
  /** Whether not even the same commit may touch them twice. */
  readonly alone: boolean;
  /** Characters, roughly. */
  readonly size: number;
}

/** Stores work, all or none, and returns what came of each; an `Error` is that work's alone. */
export type Commit<Work> = (work: readonly Work[]) => Promise<readonly unknown[]>;

interface Waiting<Work> extends CommitJob<Work> {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Lets writes that arrive together commit together, several commits at once. Work that would have to
 * wait for another commit's locks stays here meanwhile, so that it holds up neither a connection nor
 * the work of others.
 */
export class PostgresCommit<Work> {
  readonly #commit: Commit<Work>;
  readonly #touched = new Set<string>();
  #waiting: Waiting<Work>[] = [];
  readonly #underWay: boolean[] = [];
  #scheduled = false;

  constructor(commit: Commit<Work>) {
    this.#commit = commit;
  }

  /** Resolves once the work is durable. */
  run<Result>(job: CommitJob<Work>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ ...job, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      // Requests that came in together are read first.
      setImmediate(() => {
        this.#scheduled = false;
        this.#startNext();
      });
    });
  }

  #startNext(): void {
    while (this.#underWay.length < MOST_AT_ONCE) {
      const batch = this.#take();
      if (batch.length === 0) return;
      void this.#store(batch);
    }
  }

  #take(): Waiting<Work>[] {
    const batch: Waiting<Work>[] = [];
    const touched = new Set<string>();
    const mayWait = this.#underWay.filter(Boolean).length < MOST_WAITING;
    let size = 0;
    this.#waiting = this.#waiting.filter((job) => {
      const full = batch.length === LARGEST_BATCH || (size > 0 && size + job.size > LARGEST_TEXT);
      const held = job.touches.some(
        (name) => this.#touched.has(name) || (job.alone && touched.has(name)),
      );
      const unlike = batch[0] ? batch[0].waits !== job.waits : job.waits && !mayWait;
      if (full || held || unlike) return true;
      for (const name of job.touches) touched.add(name);
      size += job.size;
      batch.push(job);
      return false;
    });
    for (const name of touched) this.#touched.add(name);
    return batch;
  }

  async #store(batch: readonly Waiting<Work>[]): Promise<void> {
    const waits = batch.some((job) => job.waits);
    this.#underWay.push(waits);
    await this.#settle(batch);
    this.#underWay.splice(this.#underWay.indexOf(waits), 1);
    for (const { touches } of batch) for (const name of touches) this.#touched.delete(name);
    this.#startNext();
  }

  async #settle(batch: readonly Waiting<Work>[]): Promise<void> {
    try {
      const results = await this.#commit(batch.map(({ work }) => work));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result);
      });
    } catch (error) {
      // A database that is full or away is nobody's fault, and trying each alone would not help.
      if (batch.length === 1 || isStorageTrouble(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One of them is at fault: halving finds it, and the others do not suffer.
      const middle = Math.ceil(batch.length / 2);
      await this.#settle(batch.slice(0, middle));
      await this.#settle(batch.slice(middle));
    }
  }
}
