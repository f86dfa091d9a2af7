import type { FlowDetail, FlowSummary } from '@sluice/schema';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { flowKey, flowsKey } from './flows.ts';
import { request } from './request.ts';

interface TaggedFlow {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Gives a flow its tags. They are shown at once; when the server refuses, the true ones come back. */
export function useSetTags() {
  const client = useQueryClient();
  return useMutation({
    // One after another, so that the last list sent is the one that stays.
    scope: { id: 'tags' },
    mutationFn: ({ id, tags }: TaggedFlow) =>
      request<Pick<TaggedFlow, 'tags'>>('PUT', `/flows/${id}/tags`, { body: { tags } }),
    onMutate: (flow) => show(client, flow),
    onError: (_, { id }) => {
      void client.invalidateQueries({ queryKey: flowsKey });
      void client.invalidateQueries({ queryKey: flowKey(id) });
    },
  });
}

/** Renames a tag on every flow that has it. */
export function useRenameTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (names: { readonly from: string; readonly to: string }) =>
      request<{ readonly flows: number }>('POST', '/flow-tags/rename', { body: names }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: flowsKey });
      await client.invalidateQueries({ queryKey: ['flow'] });
    },
  });
}

function show(client: QueryClient, { id, tags }: TaggedFlow): void {
  client.setQueryData<readonly FlowSummary[]>(flowsKey, (flows) =>
    flows?.map((flow) => (flow.id === id ? { ...flow, tags } : flow)),
  );
  client.setQueryData<FlowDetail>(flowKey(id), (flow) => flow && { ...flow, tags });
}
