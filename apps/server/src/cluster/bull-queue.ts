import { Queue, type QueueOptions, Worker, createPostgresBackend } from 'bullmq';
import type { Logger } from 'pino';
import type { Advance, RunQueue } from '../runs/run-queue.ts';

const NAME = 'sluice-runs';
/** Milliseconds after which the job of a process that was killed is taken up by another. */
const LOCK = 10_000;
const STALLED = 5000;
/** The tables decide how often a run is tried, not the queue. */
const OFTEN = 1_000_000;
/** Milliseconds between two counts of the jobs that wait. */
const COUNT = 1000;

export interface BullQueueOptions {
  readonly databaseUrl: string;
  /** Moves the queue to Redis; the prefix sets it apart from those of other installations. */
  readonly redis?: { readonly url: string; readonly prefix: string };
  /** Runs under way at once in this process; 0: it hands none out. */
  readonly atOnce: number;
  readonly logger: Logger;
}

/**
 * The queue that processes share: BullMQ on PostgreSQL, or on Redis. A job says "go on with run X"
 * and its id is the run's, so saying it twice is saying it once.
 */
export class BullQueue implements RunQueue {
  readonly #advance: Advance;
  readonly #options: BullQueueOptions;
  readonly #queue: Queue;
  #worker: Worker | undefined;
  /** Runs that were pushed while this process had them. */
  readonly #active = new Map<string, boolean>();
  #waiting: { readonly runId: string; readonly jobId: string }[] = [];
  #backlog = 0;
  #counting: NodeJS.Timeout | undefined;

  constructor(advance: Advance, options: BullQueueOptions) {
    this.#advance = advance;
    this.#options = options;
    this.#queue = createQueue(options);
    this.#queue.on('error', (error) => this.#warn(error));
  }

  get backlog(): number {
    return this.#backlog;
  }

  push(runId: string): void {
    if (this.#active.has(runId)) {
      this.#active.set(runId, true);
      return;
    }
    this.#add(runId, jobOf(runId));
  }

  /** Others may take it up, who read it from the store. */
  pushAhead(): void {}

  pushAgain(runId: string): void {
    if (this.#active.has(runId)) return;
    // While jobs wait, its own may be among them. When none does, a process that was killed may have
    // taken its job along, and the queue finds that out late: a job of another name goes past it.
    const turn = Math.floor(Date.now() / LOCK);
    this.#add(runId, this.#backlog === 0 ? `${jobOf(runId)}-${turn}` : jobOf(runId));
  }

  drop(runId: string): void {
    this.#queue.remove(jobOf(runId)).catch((error: unknown) => this.#warn(error));
  }

  async start(): Promise<void> {
    await this.#queue.waitUntilReady();
    this.#counting = setInterval(() => void this.#count(), COUNT).unref();
    const { atOnce } = this.#options;
    if (atOnce === 0) return;
    this.#worker = createWorker(this.#options, async (runId) => {
      if (this.#active.has(runId)) return;
      this.#active.set(runId, false);
      await this.#advance(runId);
      const again = this.#active.get(runId) === true;
      this.#active.delete(runId);
      // The job of this name is only gone once it has ended.
      if (again) setImmediate(() => this.push(runId));
    });
    this.#worker.on('error', (error) => this.#warn(error));
    await this.#worker.waitUntilReady();
  }

  async stop(): Promise<void> {
    clearInterval(this.#counting);
    await this.#worker?.pause(true);
  }

  async close(): Promise<void> {
    await this.#worker?.close(true);
    await this.#queue.close();
  }

  #add(runId: string, jobId: string): void {
    if (this.#waiting.length === 0) setImmediate(() => void this.#post());
    this.#waiting.push({ runId, jobId });
  }

  /** Adds together what came up together. What cannot be added is found by the next sweep. */
  async #post(): Promise<void> {
    const jobs = this.#waiting;
    this.#waiting = [];
    try {
      await this.#queue.addBulk(
        jobs.map(({ runId, jobId }) => ({
          name: 'advance',
          data: runId,
          opts: { jobId, removeOnComplete: true, removeOnFail: true },
        })),
      );
    } catch (error) {
      this.#warn(error);
    }
  }

  async #count(): Promise<void> {
    try {
      this.#backlog = await this.#queue.getWaitingCount();
    } catch (error) {
      this.#warn(error);
    }
  }

  #warn(error: unknown): void {
    this.#options.logger.warn(
      { err: error },
      'the queue did not answer; runs are found by the sweep',
    );
  }
}

/** BullMQ takes no id that looks like a number. */
function jobOf(runId: string): string {
  return `run-${runId}`;
}

function createQueue(options: BullQueueOptions): Queue {
  const { redis } = options;
  if (redis) return new Queue(NAME, { connection: { url: redis.url }, prefix: redis.prefix });
  return new Queue(NAME, postgres(options), createPostgresBackend) as unknown as Queue;
}

function createWorker(
  options: BullQueueOptions,
  advance: (runId: string) => Promise<void>,
): Worker {
  const timing = {
    concurrency: options.atOnce,
    lockDuration: LOCK,
    stalledInterval: STALLED,
    maxStalledCount: OFTEN,
  };
  const process = async (job: { readonly data: string }) => advance(job.data);
  const { redis } = options;
  if (redis) {
    const connection = { url: redis.url, maxRetriesPerRequest: null };
    return new Worker(NAME, process, { connection, prefix: redis.prefix, ...timing });
  }
  const worker = new Worker(
    NAME,
    process,
    { ...postgres(options), ...timing },
    createPostgresBackend,
  );
  return worker as unknown as Worker;
}

function postgres({ databaseUrl }: BullQueueOptions) {
  const connection = {
    connectionString: databaseUrl,
    schema: 'sluice_queue',
    migrate: true,
    max: 3,
  };
  return { connection } satisfies Pick<QueueOptions<object>, 'connection'>;
}
