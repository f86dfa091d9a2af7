import { HttpError } from '@sluice/connector-kit';

/** The time that a request has, redirects and the whole answer included; also over when `outer` says so. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;
  readonly #giveUp = (): void => this.#stop(this.#outer?.reason);
  #abort: (reason: Error) => void = () => {};
  #reason: Error | undefined;

  /** Throws `outer`'s reason when that is over already. */
  constructor(timeoutMs: number, outer: AbortSignal | undefined) {
    outer?.throwIfAborted();
    this.#outer = outer;
    this.#timer = setTimeout(() => this.#stop(tooLate(timeoutMs)), timeoutMs);
    outer?.addEventListener('abort', this.#giveUp, { once: true });
  }

  /** Why it is over; an `HttpError` of kind `timeout`, or `outer`'s reason. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** What is under way now, to be ended with it. */
  watch(abort: (reason: Error) => void): void {
    if (this.#reason) abort(this.#reason);
    else this.#abort = abort;
  }

  /** Everything is done: the time counts no more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#giveUp);
  }

  #stop(reason: Error): void {
    this.#reason = reason;
    this.#abort(reason);
  }
}

function tooLate(timeoutMs: number): HttpError {
  return new HttpError('timeout', `No whole answer came within ${timeoutMs / 1000} s.`);
}
