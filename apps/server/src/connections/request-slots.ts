import { HttpError } from '@sluice/connector-kit';
import type { Deadline } from '../outbound/deadline.ts';

/** How many requests each connection has under way in this process. */
export interface RequestSlots {
  /**
   * Waits, in order, until fewer than `atOnce` requests are under way, and returns the function that
   * ends this one. Rejects with the deadline's reason when that is over, and at once with an
   * `HttpError` of kind `budget` when too many wait already.
   */
  enter(connectionId: string, atOnce: number, deadline: Deadline | undefined): Promise<() => void>;
}

export function createRequestSlots(): RequestSlots {
  const lines = new Map<string, Line>();

  /** Gives a place to whoever waits longest, or takes it away. */
  function leave(id: string, line: Line): void {
    const next = line.waiting.shift();
    if (next) return next();
    line.underWay -= 1;
    if (line.underWay === 0) lines.delete(id);
  }

  return {
    async enter(id, atOnce, deadline) {
      deadline?.throwIfOver();
      const line = lines.get(id) ?? { underWay: 0, waiting: [] };
      lines.set(id, line);
      if (line.underWay < atOnce) line.underWay += 1;
      else if (line.waiting.length < atOnce * MOST_WAITING) await standIn(line, deadline);
      else throw tooMany(atOnce);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave(id, line);
      };
    },
  };
}

interface Line {
  underWay: number;
  readonly waiting: (() => void)[];
}

/** For each place. Whoever finds more waiting had better not hold a worker meanwhile. */
const MOST_WAITING = 10;

function standIn({ waiting }: Line, deadline: Deadline | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = deadline?.onOver((reason) => {
      waiting.splice(waiting.indexOf(go), 1);
      reject(reason);
    });
    const go = (): void => {
      leave?.();
      resolve();
    };
    waiting.push(go);
  });
}

function tooMany(atOnce: number): HttpError {
  return new HttpError(
    'budget',
    `This connection has ${atOnce} requests under way, as many as it may, and others wait already.`,
    { retryAfterSeconds: 1 },
  );
}
