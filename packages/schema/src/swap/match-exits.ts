import type { FlowEdge } from '../flow/flow.ts';
import { type Exit, errorExit } from '../catalogue/catalogue.ts';

/** Which exit of another node each used exit of a node becomes; one that becomes none is left out. */
export function matchExits(
  leaving: readonly FlowEdge[],
  from: readonly Exit[],
  to: readonly Exit[],
): ReadonlyMap<string, string> {
  const used = [
    ...from.map((exit) => exit.id).filter((id) => leaving.some((edge) => edge.exit === id)),
    // Exits that the node does not even have now.
    ...new Set(leaving.map((edge) => edge.exit).filter((id) => !from.some((e) => e.id === id))),
  ];
  const same = used.filter((id) => to.some((exit) => exit.id === id));
  const matches = new Map(same.map((id) => [id, id]));
  const usual = to.map((exit) => exit.id).filter((id) => id !== errorExit.id);
  const free = usual.filter((id) => !matches.has(id));
  for (const id of used) {
    if (matches.has(id) || id === errorExit.id) continue;
    const match = free.shift() ?? usual[0];
    if (match !== undefined) matches.set(id, match);
  }
  return matches;
}
