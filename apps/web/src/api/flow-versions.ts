import type { FlowVersion, FlowVersionDetail } from '@sluice/schema';
import { useQuery } from '@tanstack/react-query';
import { request } from './request.ts';

/** The published versions of a flow, newest first. */
export function useFlowVersions(flowId: string) {
  return useQuery({
    queryKey: ['flow-versions', flowId],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly FlowVersion[] }>('GET', `/flows/${flowId}/versions`, {
        signal,
      }).then((answer) => answer.items),
  });
}

/** One published version with its drawing. It never changes. */
export function useFlowVersion(flowId: string, version: number | undefined) {
  return useQuery({
    queryKey: ['flow-version', flowId, version],
    queryFn: ({ signal }) =>
      request<FlowVersionDetail>('GET', `/flows/${flowId}/versions/${version}`, { signal }),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}
