import type { FlowComparison, NodeChange } from './compare-flows.ts';

/** What changed between two drawings, short enough for one sentence. */
export interface ChangeSummary {
  readonly added: NamedFew;
  readonly removed: NamedFew;
  readonly changed: NamedFew;
  /** How many nodes only moved. */
  readonly moved: number;
  readonly edgesAdded: number;
  readonly edgesRemoved: number;
  /** How many notes were added, removed or changed. */
  readonly notes: number;
}

/** Names of the first few of many. */
export interface NamedFew {
  readonly names: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

/** How many are named. */
const FEW = 3;

/** Sums a comparison up. */
export function summarizeChanges({ nodes, edges, notes }: FlowComparison): ChangeSummary {
  const few = (change: NodeChange['change']): NamedFew => {
    const names = nodes.filter((each) => each.change === change).map(({ node }) => node.name);
    return { names: names.slice(0, FEW), count: names.length };
  };
  return {
    added: few('added'),
    removed: few('removed'),
    changed: few('changed'),
    moved: few('moved').count,
    edgesAdded: edges.filter(({ change }) => change === 'added').length,
    edgesRemoved: edges.filter(({ change }) => change === 'removed').length,
    notes: notes.filter(({ change }) => change !== 'moved').length,
  };
}
