interface Flow {
  active: number;
  readonly held: string[];
}

/** How many runs of one flow are under way in this process, and which wait for room. */
export class FlowTurns {
  readonly #flows = new Map<string, Flow>();
  /** Runs that were told to try again, and have not yet. */
  readonly #called = new Map<string, Flow>();
  readonly #resume: (runId: string) => void;

  /** `resume` is told of a run that may try again. */
  constructor(resume: (runId: string) => void) {
    this.#resume = resume;
  }

  /** Takes a turn, and returns what gives it back; undefined when the run has to wait for one. */
  take(
    flowId: string,
    { runId, atOnce }: { readonly runId: string; readonly atOnce: number | undefined },
  ): (() => void) | undefined {
    const flow = this.#flows.get(flowId) ?? { active: 0, held: [] };
    this.#flows.set(flowId, flow);
    this.#called.delete(runId);
    if (atOnce !== undefined && flow.active >= atOnce) {
      if (!flow.held.includes(runId)) flow.held.push(runId);
      return undefined;
    }
    flow.active += 1;
    return () => {
      flow.active -= 1;
      if (!this.#callNext(flow) && flow.active === 0) this.#flows.delete(flowId);
    };
  }

  /** A run needs no turn any more: if it was told to try again, the next one is. */
  pass(runId: string): void {
    const flow = this.#called.get(runId);
    this.#called.delete(runId);
    if (flow) this.#callNext(flow);
  }

  #callNext(flow: Flow): boolean {
    const next = flow.held.shift();
    if (next === undefined) return false;
    this.#called.set(next, flow);
    this.#resume(next);
    return true;
  }
}
