import { statfs } from 'node:fs/promises';
import { getHeapStatistics } from 'node:v8';

/** Milliseconds between two looks. */
const EVERY = 1000;
/** Bytes below which the disk counts as full: what is under way still has to be stored. */
const LEAST_DISK = 64 * 1024 * 1024;
/** Share of the memory that may be used before senders are asked to come back. */
const MOST_HEAP = 0.85;
/** Runs that may wait for their turn before senders are asked to come back. */
const LONGEST_BACKLOG = 50_000;

/** Says in a sentence when no more should be taken on, before memory or disk give out. */
export class Pressure {
  readonly #dataDir: string;
  #timer: NodeJS.Timeout | undefined;
  #reason: string | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#look(), EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Undefined while there is room. `backlog` is how many runs wait for their turn. */
  reason(backlog: number): string | undefined {
    return backlog > LONGEST_BACKLOG ? 'More runs are waiting than can be taken on.' : this.#reason;
  }

  async #look(): Promise<void> {
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    if (used_heap_size > heap_size_limit * MOST_HEAP) {
      this.#reason = 'The server is short of memory.';
      return;
    }
    // Where the disk cannot be asked, storing fails by itself when it is full.
    const disk = await statfs(this.#dataDir).catch(() => undefined);
    const full = disk !== undefined && disk.bavail * disk.bsize < LEAST_DISK;
    this.#reason = full ? 'The server is short of disk space.' : undefined;
  }
}
