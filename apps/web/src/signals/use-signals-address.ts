import { signalOutcomes } from '@sluice/schema';
import type { SignalFilter } from '../api/signals.ts';
import { useAddress } from '../ui/use-address.ts';

type Part = 'q' | 'outcome' | 'flow' | 'signal';

/** Keeps the filter and the opened signal in the address, so that a link shows the same again. */
export function useSignalsAddress() {
  const [search, change, reset] = useAddress();
  const outcome = signalOutcomes.find((each) => each === search.get('outcome'));
  const flowId = search.get('flow');
  const triggerId = search.get('trigger');
  const q = search.get('q');
  const filter: SignalFilter = {
    ...(outcome && { outcome }),
    ...(flowId && { flowId }),
    ...(triggerId && { triggerId }),
    ...(q && { q }),
  };

  return {
    filter,
    signalId: search.get('signal') ?? undefined,
    isNarrowed: Object.keys(filter).length > 0,
    /** Sets one part of the address; undefined takes it out. */
    change: (part: Part, value: string | undefined) => change({ [part]: value }),
    reset,
  };
}
