/** How many runs of one flow are under way in this process, and which wait for room. */
export class FlowTurns {
  readonly #flows = new Map<string, { active: number; readonly held: string[] }>();
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
    if (atOnce !== undefined && flow.active >= atOnce) {
      if (!flow.held.includes(runId)) flow.held.push(runId);
      return undefined;
    }
    flow.active += 1;
    return () => {
      flow.active -= 1;
      const next = flow.held.shift();
      if (next !== undefined) this.#resume(next);
      else if (flow.active === 0) this.#flows.delete(flowId);
    };
  }
}
