import {
  type FlowDrawing,
  type Run,
  type RunEvent,
  type RunStarted,
  foldRun,
  openRun,
} from '@sluice/schema';
import { type AfterInterruption, type PlanNeeds, planFlow, planStep } from '../plan-flow.ts';
import type { Attempt, EnginePorts, Outcome } from '../engine-ports.ts';
import { runFlow } from '../run-flow.ts';
import { testCatalogue } from './draw.ts';

/** What a test says of the world: how steps end, and what else matters to it. */
export interface World {
  readonly perform?: (attempt: Attempt) => Promise<Outcome> | Outcome;
  readonly ports?: Partial<EnginePorts>;
  readonly start?: Partial<RunStarted>;
  /** A stored history to go on from. */
  readonly history?: readonly RunEvent[];
  readonly afterInterruption?: AfterInterruption;
}

export const succeeded = (outputs: Record<string, unknown> = {}, exits = ['next']): Outcome => ({
  kind: 'succeeded',
  outputs,
  exits,
});

export const refused: Outcome = {
  kind: 'failed',
  failure: { code: 'refused', message: 'Halo refused the ticket.' },
};

export const unavailable: Outcome = {
  kind: 'failed',
  failure: { code: 'unavailable', message: 'Halo is down.', outcomeUnknown: true },
};

/** Plays a drawing to its end, or until all it can do is wait. */
export async function play(
  drawing: FlowDrawing,
  world: World = {},
): Promise<{ run: Run; events: readonly RunEvent[] }> {
  const events: RunEvent[] = [];
  const start = startOf(drawing, world.start);
  const run = world.history ? foldRun(world.history) : openRun(start);
  const plan = planOf(drawing, start.only, {
    catalogue: testCatalogue,
    afterInterruption: () => world.afterInterruption ?? 'reconcile',
  });
  const ended = await runFlow(plan, run, portsOf(world, events)).done;
  return { run: ended, events };
}

function planOf(drawing: FlowDrawing, only: string | undefined, needs: PlanNeeds) {
  const plan = only === undefined ? planFlow(drawing, needs) : planStep(drawing, only, needs);
  if (!plan) throw new Error(`The drawing does not have ${only}.`);
  return plan;
}

/** The event that a run of a drawing begins with. */
export function startOf(drawing: FlowDrawing, more: Partial<RunStarted> = {}): RunStarted {
  return {
    type: 'run.started',
    at: '2026-01-01T00:00:00.000Z',
    runId: 'run',
    flowId: 'flow',
    flowVersion: 1,
    triggerId: drawing.nodes[0]?.id ?? '',
    outputs: { host: 'db-1', ticketId: 7 },
    ...more,
  };
}

function portsOf({ perform = () => succeeded(), ports }: World, events: RunEvent[]): EnginePorts {
  return {
    perform: async (attempt) => perform(attempt),
    record: async (recorded) => void events.push(...recorded),
    now: () => Date.parse('2026-01-01T00:00:00Z'),
    random: () => 0,
    alarm: () => () => {},
    constants: { region: 'eu' },
    isHtml: (_nodeId, output) => output === 'detailsHtml',
    ...ports,
  };
}
