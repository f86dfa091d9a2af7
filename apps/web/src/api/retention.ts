import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.ts';

/** How long runs and signals are kept: days, and how many at most. */
export interface Retention {
  readonly succeededDays: number;
  readonly failedDays: number;
  readonly mostRuns: number;
  readonly signalDays: number;
  readonly refusedDays: number;
  readonly mostSignals: number;
}

const key = ['retention'];

/** What holds now; for administrators. */
export function useRetention() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<Retention>('GET', '/settings/retention', { signal }),
  });
}

/** Changes it. */
export function useSaveRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (retention: Retention) =>
      request<Retention>('PUT', '/settings/retention', { body: retention }),
    onSuccess: (saved) => client.setQueryData(key, saved),
  });
}
