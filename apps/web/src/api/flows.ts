import type {
  CallableFlow,
  DeletedFlow,
  Flow,
  FlowDetail,
  FlowProblem,
  FlowSummary,
  GivenOutputs,
} from '@sluice/schema';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { request } from './request.ts';

export const flowsKey = ['flows'] as const;
const callableFlowsKey = ['callable-flows'] as const;
const deletedFlowsKey = ['deleted-flows'] as const;
export const flowKey = (id: string) => ['flow', id] as const;

/** What a save sends of a flow. */
export type FlowDraft = Pick<Flow, 'name' | 'nodes' | 'edges' | 'notes'>;

export function useFlows({ enabled = true } = {}) {
  return useQuery({
    enabled,
    queryKey: flowsKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly FlowSummary[] }>('GET', '/flows', { signal }).then(
        (answer) => answer.items,
      ),
  });
}

/** The flows that a step can call, by name. */
export function useCallableFlows({ enabled = true } = {}) {
  return useQuery({
    enabled,
    queryKey: callableFlowsKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly CallableFlow[] }>('GET', '/callable-flows', {
        signal,
      }).then((answer) => answer.items),
  });
}

/** A flow as it is stored. The designer edits a copy, so it is not fetched again by itself. */
export function useFlow(id: string, { enabled = true } = {}) {
  return useQuery({
    queryKey: flowKey(id),
    queryFn: ({ signal }) => request<FlowDetail>('GET', `/flows/${id}`, { signal }),
    enabled,
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Reads a flow as it is stored now. */
export function readFlow(id: string) {
  return request<FlowDetail>('GET', `/flows/${id}`);
}

export function useCreateFlow() {
  return useFlowMutation((draft: FlowDraft) =>
    request<FlowDetail>('POST', '/flows', { body: draft }),
  );
}

/** Saves a whole flow over the version that was read; see `staleFlow` for what else can happen. */
export function saveFlow({
  id,
  version,
  name,
  nodes,
  edges,
  notes,
}: FlowDraft & Pick<Flow, 'id' | 'version'>) {
  return request<FlowDetail>('PUT', `/flows/${id}`, {
    body: { name, nodes, edges, notes },
    headers: { 'if-match': `"${version}"` },
  });
}

/** The flow as somebody else saved it meanwhile, when that is why a save failed. */
export function staleFlow(error: unknown): FlowDetail | undefined {
  if (!(error instanceof ApiProblem) || error.status !== 412) return undefined;
  return error.problem['current'] as FlowDetail | undefined;
}

/** Publishes the saved draft; fails with `publishProblems` when it cannot run. */
export function usePublishFlow() {
  return useFlowMutation(
    ({ id, version, note }: Pick<Flow, 'id' | 'version'> & { note?: string }) =>
      request<FlowDetail>('POST', `/flows/${id}/publish`, {
        body: note === undefined ? {} : { note },
        headers: { 'if-match': `"${version}"` },
      }),
  );
}

/** What keeps a flow from being published, when that is why Publish failed. */
export function publishProblems(error: unknown): readonly FlowProblem[] | undefined {
  if (!(error instanceof ApiProblem) || error.status !== 422) return undefined;
  return error.problem['problems'] as readonly FlowProblem[] | undefined;
}

/** Turns a flow on or off; its version stays. */
export function useSetFlowEnabled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, enabled }: Pick<Flow, 'id' | 'enabled'>) =>
      request<FlowSummary>('POST', `/flows/${id}/enabled`, { body: { enabled } }),
    onSuccess: (summary) => {
      client.setQueryData<readonly FlowSummary[]>(flowsKey, (flows) =>
        flows?.map((flow) => (flow.id === summary.id ? summary : flow)),
      );
      client.setQueryData<FlowDetail>(
        flowKey(summary.id),
        (flow) => flow && { ...flow, enabled: summary.enabled },
      );
    },
  });
}

/** Makes a draft like a flow's, with trigger URLs of its own. */
export function useDuplicateFlow() {
  return useFlowMutation((id: string) => request<FlowDetail>('POST', `/flows/${id}/duplicate`));
}

/** Gives a flow another name, over the draft as it was saved last. */
export function useRenameFlow() {
  return useFlowMutation(async ({ id, name }: Pick<Flow, 'id' | 'name'>) => {
    const flow = await request<FlowDetail>('GET', `/flows/${id}`);
    return saveFlow({ ...flow, name });
  });
}

/** Deletes a flow; for 30 days `useRestoreFlow` brings it back. */
export function useDeleteFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<undefined>('DELETE', `/flows/${id}`),
    onSuccess: (_, id) => {
      client.setQueryData<readonly FlowSummary[]>(flowsKey, (flows) =>
        flows?.filter((flow) => flow.id !== id),
      );
      client.removeQueries({ queryKey: flowKey(id) });
      void client.invalidateQueries({ queryKey: deletedFlowsKey });
    },
  });
}

/** The flows that were deleted and can still be brought back, last deleted first. */
export function useDeletedFlows() {
  return useQuery({
    queryKey: deletedFlowsKey,
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly DeletedFlow[] }>('GET', '/deleted-flows', { signal }).then(
        (answer) => answer.items,
      ),
  });
}

export function useRestoreFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<unknown>('POST', `/flows/${id}/restore`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: flowsKey }),
        client.invalidateQueries({ queryKey: deletedFlowsKey }),
      ]),
  });
}

/** Runs the saved draft with a payload, through the trigger as if it had arrived there. */
export function useTestFlow() {
  return useMutation({
    mutationFn: ({
      id,
      ...test
    }: {
      readonly id: string;
      readonly nodeId: string;
      readonly payload: unknown;
    }) =>
      request<{ readonly requestId: string; readonly requestIds?: readonly string[] }>(
        'POST',
        `/flows/${id}/test`,
        { body: test },
      ),
  });
}

/** Runs one step of the saved draft, if it is still at this version. */
export function useTestStep() {
  return useMutation({
    mutationFn: ({ id, nodeId, version, ...values }: TestedStep) =>
      request<{ readonly requestId: string }>('POST', `/flows/${id}/nodes/${nodeId}/test`, {
        body: values,
        headers: { 'if-match': `"${version}"` },
      }),
  });
}

interface TestedStep {
  readonly id: string;
  readonly version: number;
  readonly nodeId: string;
  /** A run whose outputs the step draws on. */
  readonly runId?: string;
  /** Outputs by node, which stand over those of the run. */
  readonly given: Readonly<Record<string, GivenOutputs>>;
}

/** Starts a run of the published version by hand. */
export function useStartFlow() {
  return useMutation({
    mutationFn: ({ id, nodeId, payload }: StartedFlow) =>
      request<{ readonly requestId: string }>('POST', `/flows/${id}/triggers/${nodeId}/start`, {
        body: { payload },
      }),
  });
}

interface StartedFlow {
  readonly id: string;
  readonly nodeId: string;
  readonly payload: unknown;
}

function useFlowMutation<Input>(mutationFn: (input: Input) => Promise<FlowDetail>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: (flow) => rememberFlow(client, flow) });
}

function rememberFlow(client: QueryClient, flow: FlowDetail): void {
  client.setQueryData(flowKey(flow.id), flow);
  void client.invalidateQueries({ queryKey: flowsKey });
  void client.invalidateQueries({ queryKey: callableFlowsKey });
  void client.invalidateQueries({ queryKey: ['flow-versions', flow.id] });
}
