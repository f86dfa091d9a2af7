import type { Comparison, ComparisonSet } from '@sluice/schema';

type Sets = readonly ComparisonSet[];

/** Puts a comparison in place of the one with its id. */
export function changeComparison(sets: Sets, comparison: Comparison): Sets {
  return sets.map((set) => ({
    ...set,
    comparisons: set.comparisons.map((each) => (each.id === comparison.id ? comparison : each)),
  }));
}

/** Adds one that must hold as well. */
export function addComparison(sets: Sets, setId: string, comparison: Comparison): Sets {
  return sets.map((set) =>
    set.id === setId ? { ...set, comparisons: [...set.comparisons, comparison] } : set,
  );
}

/** Adds a set that may hold instead. */
export function addSet(sets: Sets, set: ComparisonSet): Sets {
  return [...sets, set];
}

/** Takes a comparison away, and with the last one of a set the set. */
export function removeComparison(sets: Sets, id: string): Sets {
  return sets
    .map((set) => ({ ...set, comparisons: set.comparisons.filter((each) => each.id !== id) }))
    .filter((set) => set.comparisons.length > 0);
}
