import type { HaloState } from '../sluice/halo-process.ts';
import type { SluiceApi } from '../sluice/sluice-api.ts';

/** What became of the accepted signals of a trial. All but `accepted` should be 0. */
export interface Outcome {
  readonly accepted: number;
  /** Without its last call. */
  readonly lost: number;
  readonly doubledTickets: number;
  readonly doubledActions: number;
  /** Steps that began again after they had ended. */
  readonly repeated: number;
}

/** Compares what was accepted with what Halo holds and with the stories of the runs. */
export async function whatBecame(
  accepted: ReadonlyMap<string, string>,
  state: HaloState,
  api: SluiceApi,
): Promise<Outcome> {
  const tickets = countBy(state.tickets.map((ticket) => ticket.summary));
  const actions = countBy(state.actions.map((action) => action.note));
  let repeated = 0;
  for (const runId of accepted.values()) repeated += await repeatedSteps(api, runId);
  return {
    accepted: accepted.size,
    lost: [...accepted.keys()].filter((marker) => !actions.has(marker)).length,
    doubledTickets: moreThanOnce(tickets, tickets),
    doubledActions: moreThanOnce(actions, tickets),
    repeated,
  };
}

interface StoredEvent {
  readonly type: string;
  readonly nodeId?: string;
}

async function repeatedSteps(api: SluiceApi, runId: string): Promise<number> {
  const { items } = await api.send<{ items: StoredEvent[] }>(`GET /runs/${runId}/events`);
  const ended = new Set<string>();
  let repeated = 0;
  for (const { type, nodeId = '' } of items) {
    if (type === 'step.started' && ended.has(nodeId)) repeated += 1;
    if (type === 'step.succeeded' || type === 'step.failed') ended.add(nodeId);
  }
  return repeated;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** How many of those that belong to a signal are there more than once. */
function moreThanOnce(
  counts: ReadonlyMap<string, number>,
  markers: ReadonlyMap<string, number>,
): number {
  return [...counts].filter(([name, count]) => count > 1 && markers.has(name)).length;
}
