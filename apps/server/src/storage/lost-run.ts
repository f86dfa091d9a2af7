/** A write to a run that another process holds by now, or that was deleted: whoever wrote lets go of it. */
export class LostRun extends Error {
  override name = 'LostRun';

  constructor(runId: string) {
    super(`Run ${runId} has moved on without us.`);
  }
}
