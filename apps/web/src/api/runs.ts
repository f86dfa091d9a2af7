import type { Page, RunDetail, RunStatus, RunSummary } from '@sluice/schema';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryOf, request } from './request.ts';

/** Which runs to list. What is left out does not narrow the list. */
export interface RunFilter {
  readonly flowId?: string;
  /** The trigger's node in the flow. */
  readonly triggerId?: string;
  /** Only runs of a test, or only those that are none. */
  readonly test?: boolean;
  readonly status?: RunStatus;
  /** Found in the title and the request id. */
  readonly q?: string;
  /** ISO 8601, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

export const runsKey = (filter: RunFilter) => ['runs', filter] as const;
export const runKey = (id: string) => ['run', id] as const;

/** Runs, newest first, a page at a time. `useLive` keeps them current. */
export function useRuns(filter: RunFilter) {
  return useInfiniteQuery({
    queryKey: runsKey(filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<RunSummary>>('GET', `/runs${queryOf({ ...filter, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  });
}

/** One run with its steps and its drawing. */
export function useRun(requestId: string | undefined) {
  return useQuery({
    queryKey: runKey(requestId ?? ''),
    queryFn: ({ signal }) => request<RunDetail>('GET', `/runs/${requestId}`, { signal }),
    enabled: requestId !== undefined,
  });
}

export function useCancelRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (requestId: string) => request<RunSummary>('POST', `/runs/${requestId}/cancel`),
    onSuccess: (_, requestId) =>
      Promise.all([
        client.invalidateQueries({ queryKey: runKey(requestId) }),
        client.invalidateQueries({ queryKey: ['runs'] }),
      ]),
  });
}
