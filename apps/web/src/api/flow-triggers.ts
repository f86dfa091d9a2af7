import type { ScheduleTimes, TriggerDetail } from '@sluice/schema';
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { request } from './request.ts';

/** Names a trigger on the canvas. */
export interface TriggerPlace {
  readonly flowId: string;
  readonly nodeId: string;
}

const keyOf = ({ flowId, nodeId }: TriggerPlace) => ['trigger', flowId, nodeId] as const;
const pathOf = ({ flowId, nodeId }: TriggerPlace) => `/flows/${flowId}/triggers/${nodeId}`;

/** What a builder needs to point another system at a trigger. The trigger must have been saved. */
export function useTriggerDetail(place: TriggerPlace, { enabled = true } = {}) {
  return useQuery({ ...detailQuery(place), enabled });
}

/** The details of several triggers, in order; undefined where they are not known yet. */
export function useTriggerDetails(
  places: readonly TriggerPlace[],
): readonly (TriggerDetail | undefined)[] {
  return useQueries({
    queries: places.map((place) => detailQuery(place)),
    combine: dataOf,
  });
}

/** Gives the trigger's URL a new key; the old URL stops working at once. */
export function useRotateTrigger(place: TriggerPlace) {
  return useTriggerMutation(place, () => request<TriggerDetail>('POST', `${pathOf(place)}/rotate`));
}

export interface NewTriggerSetup {
  readonly connectionId: string;
  readonly basic?: { readonly username: string; readonly password: string };
}

/** Makes the trigger's set-up in the other product, such as Halo's two webhooks. */
export function useCreateTriggerSetup(place: TriggerPlace) {
  return useTriggerMutation(place, (setup: NewTriggerSetup) =>
    request<TriggerDetail>('POST', `${pathOf(place)}/setup`, { body: setup }),
  );
}

/** Removes from the other product what the set-up made there. */
export function useRemoveTriggerSetup(place: TriggerPlace) {
  return useTriggerMutation(place, () =>
    request<TriggerDetail>('DELETE', `${pathOf(place)}/setup`),
  );
}

function detailQuery(place: TriggerPlace) {
  return queryOptions({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => request<TriggerDetail>('GET', pathOf(place), { signal }),
    retry: false,
  });
}

function dataOf(
  results: readonly { readonly data: TriggerDetail | undefined }[],
): readonly (TriggerDetail | undefined)[] {
  return results.map((result) => result.data);
}

function useTriggerMutation<Input = void>(
  place: TriggerPlace,
  mutationFn: (input: Input) => Promise<TriggerDetail>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (detail) => client.setQueryData(keyOf(place), detail),
  });
}

/** What a schedule means and when it is due next, or why it means nothing. */
export function useScheduleTimes(type: string, inputs: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ['schedule-times', type, inputs],
    queryFn: ({ signal }) =>
      request<ScheduleTimes>('POST', '/schedule-times', { body: { type, inputs }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
