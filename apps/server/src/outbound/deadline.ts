/**
 * The time that something has. It is over at its end, when it is given up, or with the time of
 * `outer`, in which it lies. An `AbortSignal` says as much, and takes six times as long to make and
 * to listen to.
 */
export class Deadline {
  readonly #endsAt: number;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #listeners = new Set<(reason: Error) => void>();
  readonly #leaveOuter: (() => void) | undefined;
  #isEnded = false;
  #reason: Error | undefined;

  /** `tooLate` is why it is over at its end. Throws `outer`'s reason when that is over already. */
  constructor(milliseconds: number, tooLate: () => Error, outer?: Deadline) {
    outer?.throwIfOver();
    this.#endsAt = performance.now() + milliseconds;
    this.#leaveOuter = outer?.onOver((reason) => this.giveUp(reason));
    if (outer && outer.#endsAt <= this.#endsAt) return;
    this.#timer = setTimeout(() => this.giveUp(tooLate()), milliseconds);
  }

  /** Why it is over, once it is. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  throwIfOver(): void {
    if (this.#reason) throw this.#reason;
  }

  /** Tells of its being over, at once if it is; the answer ends that. */
  onOver(listener: (reason: Error) => void): () => void {
    if (this.#reason) listener(this.#reason);
    else this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      this.#stopUnlessWanted();
    };
  }

  /** Has it be over now, whatever time is left. */
  giveUp(reason: Error): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#stop();
    for (const listener of this.#listeners) listener(reason);
  }

  /** What had it is done: it counts no more, but for what is still under way within it. */
  end(): void {
    this.#isEnded = true;
    this.#stopUnlessWanted();
  }

  #stopUnlessWanted(): void {
    if (this.#isEnded && this.#listeners.size === 0) this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#leaveOuter?.();
  }
}

/** The result of work, or the reason why its time is over; the work goes on all the same. */
export function within<Result>(
  deadline: Deadline | undefined,
  work: Promise<Result>,
): Promise<Result> {
  if (!deadline) return work;
  return new Promise((resolve, reject) => {
    const leave = deadline.onOver(reject);
    work.then(
      (result) => {
        leave();
        resolve(result);
      },
      (error: Error) => {
        leave();
        reject(error);
      },
    );
  });
}
