import { useSearchParams } from 'react-router';
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
  const [search, setSearch] = useSearchParams();
  const sort = search.get('sort') ?? '-changed';
  const by = flowOrders.find((each) => each === sort.replace(/^-/, '')) ?? 'changed';
  const sorting = { by, descending: sort.startsWith('-') };
  const filter = {
    words: search.get('q') ?? '',
    state: flowStates.find((each) => each === search.get('state')),
    tag: search.get('tag') ?? undefined,
  };

  function change(name: string, value: string | undefined) {
    // Words settle while another part may be changing: what was rendered last can be behind.
    const next = new URLSearchParams(window.location.search);
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  }

  return {
    filter,
    sorting,
    isNarrowed: filter.words !== '' || filter.state !== undefined || filter.tag !== undefined,
    narrow: change,
    sortBy: (order) => {
      // Names start at A; moments and failures with the newest and the most.
      const descending = order === by ? !sorting.descending : order !== 'name';
      change('sort', `${descending ? '-' : ''}${order}`);
    },
    reset: () => setSearch({}, { replace: true }),
  };
}
