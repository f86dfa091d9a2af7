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

/** How much room there is. */
export interface Room {
  /** Share of the memory in use, from 0 to 1. */
  readonly heapUsed: number;
  /** Bytes; undefined where the disk cannot be asked, and storing fails by itself when it is full. */
  readonly diskFree: number | undefined;
}

/** Says in a sentence when no more should be taken on, before memory or disk give out. */
export class Pressure {
  readonly #measure: () => Promise<Room>;
  #timer: NodeJS.Timeout | undefined;
  #reason: string | undefined;

  constructor(measure: () => Promise<Room>) {
    this.#measure = measure;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), EVERY).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Undefined while there is room. `backlog` is how many runs wait for their turn. */
  reason(backlog: number): string | undefined {
    return backlog > LONGEST_BACKLOG ? 'More runs are waiting than can be taken on.' : this.#reason;
  }

  async look(): Promise<void> {
    const { heapUsed, diskFree = Infinity } = await this.#measure();
    if (heapUsed > MOST_HEAP) this.#reason = 'The server is short of memory.';
    else if (diskFree < LEAST_DISK) this.#reason = 'The server is short of disk space.';
    else this.#reason = undefined;
  }
}

/** The room of this process, and of the disk that a folder is on. */
export async function roomAt(folder: string): Promise<Room> {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  const disk = await statfs(folder).catch(() => undefined);
  return {
    heapUsed: used_heap_size / heap_size_limit,
    diskFree: disk && disk.bavail * disk.bsize,
  };
}
