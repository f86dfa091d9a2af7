import type { Page } from '@sluice/schema';
import { useInfiniteQuery } from '@tanstack/react-query';
import { queryOf, request } from './request.ts';

/** Who did what, when. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail?: unknown;
}

/** The audit log, newest first. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam, signal }) =>
      request<Page<AuditEntry>>('GET', `/audit${queryOf({ cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
  });
}
