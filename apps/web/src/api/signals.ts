import type { Page, Signal, SignalDetail, SignalOutcome } from '@sluice/schema';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryOf, request } from './request.ts';

/** Which signals to list. What is left out does not narrow the list. */
export interface SignalFilter {
  readonly flowId?: string;
  readonly triggerId?: string;
  readonly outcome?: SignalOutcome;
  /** Words of the title and the outputs, or beginnings of them. */
  readonly q?: string;
  /** Lists the signals suppressed beneath this one. */
  readonly parentId?: string;
}

/** Signals, newest first, a page at a time. */
export function useSignals(filter: SignalFilter) {
  return useInfiniteQuery({
    queryKey: ['signals', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<Signal>>('GET', `/signals${queryOf({ ...filter, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    // What a signal brought is searchable seconds after it arrived.
    refetchInterval: filter.q ? 5000 : false,
  });
}

/** One signal with its outputs and its payload. */
export function useSignal(id: string | undefined) {
  return useQuery({
    queryKey: ['signal', id],
    queryFn: ({ signal }) => request<SignalDetail>('GET', `/signals/${id}`, { signal }),
    enabled: id !== undefined,
  });
}

/** Runs a suppressed signal, or replays one; with `payload`, an edited body instead of its own. */
export function useRunSignal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string; readonly payload?: unknown }) =>
      request<{ readonly requestId: string }>('POST', `/signals/${id}/run`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['signals'] }),
  });
}
