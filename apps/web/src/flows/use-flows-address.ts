import { useAddress } from '../ui/use-address.ts';
import {
  type FlowFilter,
  type FlowOrder,
  type FlowSorting,
  flowOrders,
  flowStates,
} from './pick-flows.ts';

/** What the list of flows shows, as its address says it, and the ways to change that. */
export interface FlowsAddress {
  readonly filter: FlowFilter;
  readonly sorting: FlowSorting;
  readonly isNarrowed: boolean;
  /** Sets one part of the filter; undefined takes it out. */
  readonly narrow: (part: 'q' | 'state' | 'tag', value: string | undefined) => void;
  /** Orders by this; the second time the other way round. */
  readonly sortBy: (order: FlowOrder) => void;
  readonly reset: () => void;
}

/** Keeps filter and order in the address, so that a link or a step back shows the same again. */
export function useFlowsAddress(): FlowsAddress {
  const [search, change, reset] = useAddress();
  const sort = search.get('sort') ?? '-changed';
  const by = flowOrders.find((each) => each === sort.replace(/^-/, '')) ?? 'changed';
  const sorting = { by, descending: sort.startsWith('-') };
  const filter = {
    words: search.get('q') ?? '',
    state: flowStates.find((each) => each === search.get('state')),
    tag: search.get('tag') ?? undefined,
  };

  return {
    filter,
    sorting,
    isNarrowed: filter.words !== '' || filter.state !== undefined || filter.tag !== undefined,
    narrow: (part, value) => change({ [part]: value }),
    sortBy: (order) => {
      // Names start at A; moments and failures with the newest and the most.
      const descending = order === by ? !sorting.descending : order !== 'name';
      change({ sort: `${descending ? '-' : ''}${order}` });
    },
    reset,
  };
}
