import type { Failure } from '@sluice/schema';

/** Thrown by a step for a failure that its user can understand; anything else thrown is a bug. */
export class StepError extends Error {
  override name = 'StepError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** Thrown by a step that has nothing to do yet: the engine calls it again when the time has come. */
export class StepWait extends Error {
  override name = 'StepWait';
  readonly until: Date;
  /** It waits for runs that it called, and is called again at their end. */
  readonly forRuns: boolean;

  constructor(until: Date, why: string, { forRuns = false } = {}) {
    super(why);
    this.until = until;
    this.forRuns = forRuns;
  }
}
