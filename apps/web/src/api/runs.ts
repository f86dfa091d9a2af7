import type { BulkRetry, Page, RunDetail, RunStatus, RunSummary } from '@sluice/schema';
import {
  replaceEqualDeep,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { queryOf, request } from './request.ts';

/** Which runs to list. What is left out does not narrow the list. */
export interface RunFilter {
  readonly flowId?: string;
  /** The trigger's node in the flow. */
  readonly triggerId?: string;
  /** Only runs of a test, or only those that are none. */
  readonly test?: boolean;
  readonly status?: RunStatus;
  /** Words of the title, of any value, or a request id. */
  readonly q?: string;
  /** ISO 8601, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** Milliseconds after which a search is asked for again. */
const SEARCH_MS = 5000;

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
    // What a run holds is searchable seconds after it ended, of which there is no news.
    refetchInterval: filter.q ? SEARCH_MS : false,
  });
}

/** One run with its steps and its drawing. */
export function useRun(requestId: string | undefined) {
  return useQuery({
    queryKey: runKey(requestId ?? ''),
    queryFn: ({ signal }) => request<RunDetail>('GET', `/runs/${requestId}`, { signal }),
    enabled: requestId !== undefined,
    structuralSharing: (before, after) =>
      isPatched(before, after) ? after : replaceEqualDeep(before, after),
  });
}

/** Where one value of a run can be downloaded whole. */
export function runValueUrl({ runId, nodeId, part, name }: RunValue): string {
  return `/api/v1/runs/${runId}/steps/${nodeId}/${part}${queryOf({ name })}`;
}

interface RunValue {
  readonly runId: string;
  readonly nodeId: string;
  readonly part: 'inputs' | 'outputs';
  readonly name: string;
}

/** What was patched by news shares its parts already; comparing a thousand steps would only cost time. */
function isPatched(before: unknown, after: unknown): boolean {
  const drawing = (run: unknown) => (run as RunDetail | undefined)?.drawing;
  return before !== undefined && drawing(before) === drawing(after);
}

/** Ends a run. */
export function useCancelRun() {
  return useRunAction((requestId: string) =>
    request<RunSummary>('POST', `/runs/${requestId}/cancel`),
  );
}

/** Has a failed or cancelled run go on from there. */
export function useRetryRun() {
  return useRunAction((requestId: string) =>
    request<RunSummary>('POST', `/runs/${requestId}/retry`),
  );
}

/** Begins a run with the trigger's outputs of an earlier one, in its version or in the one of now. */
export function useRepeatRun() {
  return useRunAction(({ id, version }: { readonly id: string; readonly version: RunVersion }) =>
    request<{ readonly requestId: string }>('POST', `/runs/${id}/repeat`, { body: { version } }),
  );
}

export type RunVersion = 'then' | 'now';

/** Which failed runs to retry together: named ones, or those that fit. */
export type RetryWish =
  | { readonly ids: readonly string[] }
  | { readonly filter: Omit<RunFilter, 'status' | 'test'> };

/** Retries failed runs together, as many as one call may. */
export function useRetryRuns() {
  return useRunAction((wish: RetryWish) =>
    request<BulkRetry>('POST', '/runs/retry', { body: wish }),
  );
}

function useRunAction<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all(['run', 'runs'].map((kind) => client.invalidateQueries({ queryKey: [kind] }))),
  });
}
